import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CheckContext, Finding } from '@chengban/domain';
import type { EditorState, FlowEditor } from '../design/flow-editor.js';
import { checkXml, type CheckedXml } from './check-xml.js';
import type { Problems, WantedField } from './problems-context.js';

/** Waits for a pause in drawing before checking, in milliseconds. */
const PAUSE = 250;

export interface Checked extends CheckedXml {
  xml: string;
  /** the state of the editor that was checked */
  revision: number;
  opened: number;
}

/** Checks the drawing after every change, marks what is wrong on the canvas, and leads from a finding to its field. */
export function useChecked(
  editor: FlowEditor | null,
  state: EditorState | null,
  surroundings: CheckContext,
): Problems & { checked: Checked | null } {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [wanted, setWanted] = useState<WantedField | null>(null);
  const revision = state?.revision ?? 0;
  const opened = state?.opened ?? 0;
  useEffect(() => {
    if (!editor || opened === 0) return undefined;
    let newer = false;
    const timer = setTimeout(async () => {
      const xml = await editor.xml();
      const result = await checkXml(xml, surroundings);
      if (!newer) setChecked({ ...result, xml, revision, opened });
    }, PAUSE);
    return () => {
      newer = true;
      clearTimeout(timer);
    };
  }, [editor, revision, opened, surroundings]);

  const findings = useMemo(() => checked?.findings ?? [], [checked]);
  useEffect(() => {
    if (!editor || opened === 0) return;
    const ids = (severity: Finding['severity']): string[] =>
      findings.filter((finding) => finding.severity === severity).flatMap((finding) => finding.at?.elementId ?? []);
    editor.mark('flow-problem-error', ids('error'));
    editor.mark(
      'flow-problem-warning',
      ids('warning').filter((id) => !ids('error').includes(id)),
    );
  }, [editor, findings, opened]);

  const problemsAt = useCallback(
    (elementId: string, property: string) =>
      findings.filter(({ at }) => at?.elementId === elementId && fieldOf(at.property) === property),
    [findings],
  );
  const goTo = useCallback(
    (finding: Finding) => {
      editor?.select(finding.at?.elementId);
      setWanted({ elementId: finding.at?.elementId, property: fieldOf(finding.at?.property) });
    },
    [editor],
  );
  return {
    checked,
    findings,
    model: checked?.model ?? null,
    checking: checked?.revision !== revision || checked.opened !== opened,
    problemsAt,
    wanted,
    goTo,
  };
}

/** Findings name properties as the XML has them; the inspector's rows are named without prefixes. */
const fieldOf = (property: string | undefined): string | undefined => property?.replace(/^chengban:/, '');
