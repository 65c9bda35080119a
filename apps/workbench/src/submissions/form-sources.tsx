import { useMemo, type ReactNode } from 'react';
import { FormSourcesContext, type Evidence, type FormSources } from '@chengban/web';
import { EvidenceList } from './evidence-list';

interface Props {
  names: Readonly<Record<string, string>>;
  files: readonly Evidence[];
  reviewFields: readonly string[];
  /** what a form that is filled in needs besides */
  more?: Partial<FormSources>;
  children: ReactNode;
}

/** People, units and files of a form by their names, for everything inside that shows its values. */
export function NamedSources({ names, files, reviewFields, more, children }: Props): ReactNode {
  const value = useMemo(
    (): FormSources => ({
      names,
      files,
      reviewFields,
      units: [],
      findPeople: () => Promise.resolve([]),
      FilesInput: null,
      FileLinks,
      ...more,
    }),
    [names, files, reviewFields, more],
  );
  return <FormSourcesContext value={value}>{children}</FormSourcesContext>;
}

const FileLinks = ({ files }: { files: readonly Evidence[] }): ReactNode => <EvidenceList evidence={[...files]} />;
