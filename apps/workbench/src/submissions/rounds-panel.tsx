import type { ReactNode } from 'react';
import { Panel } from '../page/panel';
import { useSubmissionOf } from '../queries/submissions';
import { NamedSources } from './form-sources';
import { Rounds } from './rounds';

/** The rounds of one obligation, where there are any that I may see. */
export function RoundsPanel({ obligationId }: { obligationId: string }): ReactNode {
  const { data } = useSubmissionOf(obligationId);
  if (!data?.rounds.length) return null;
  return (
    <Panel title="报送内容" extra={<span className="number">共 {data.rounds.length} 轮</span>}>
      <NamedSources names={data.names} files={data.files} reviewFields={data.reviewFields}>
        <Rounds rounds={data.rounds} form={data.form} />
      </NamedSources>
    </Panel>
  );
}
