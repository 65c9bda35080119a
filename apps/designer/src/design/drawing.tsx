import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { App } from 'antd';
import { ConflictNotice } from '../draft/conflict-notice.js';
import { useDraftSaver } from '../draft/use-draft-saver.js';
import { FormContext } from '../inspector/use-form-fields.js';
import { ProblemsContext } from '../problems/problems-context.js';
import { useChecked } from '../problems/use-checked.js';
import { useSurroundings } from '../problems/use-surroundings.js';
import { usePageTitle } from '../shell/app-frame.js';
import { download } from '../shell/download.js';
import { Board } from './board.js';
import { useStateOf } from './editor-context.js';
import type { FlowEditor } from './flow-editor.js';
import { Head } from './head.js';
import { OriginNotice } from './origin-notice.js';
import { publishHindrance } from './publish-hindrance.js';
import { useFlowForm } from './use-flow-form.js';
import { useImport } from './use-import.js';
import { useKeeping } from './use-keeping.js';
import { useKeys } from './use-keys.js';
import { useLeaving } from './use-leaving.js';
import { usePublishing } from './use-publishing.js';
import type { Start } from './use-start.js';
import './drawing.css';

/** One flow being drawn: what is open, what is saved, what is wrong with it, and the way to a new version. */
export function Drawing({ start, onRestart }: { start: Start; onRestart: () => void }): ReactNode {
  const { flow } = start;
  const { modal } = App.useApp();
  const [editor, setEditor] = useState<FlowEditor | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const state = useStateOf(editor);
  const form = useFlowForm(state && state.opened > 0 ? editor?.process : undefined);
  const surroundings = useSurroundings(form);
  const problems = useChecked(editor, state, surroundings);
  const { saver, state: saving } = useDraftSaver(flow.key, start.draft?.revision ?? null);
  const keeping = useKeeping(editor, saver, problems.checked);
  const importing = useImport(editor, saver);
  const publishing = usePublishing(flow, problems, keeping, () => {
    saver.forget();
    editor?.settle();
    importing.forget();
  });
  usePageTitle(`设计：${flow.name}`);
  useKeys(editor, keeping);
  useLeaving(keeping);
  useEffect(() => {
    editor?.open(start.xml).catch(setFailure);
  }, [editor, start.xml]);

  const asOpened = publishing.times === 0;
  const edited =
    (state !== null && state.revision > state.clean) ||
    (asOpened && start.origin !== 'newest') ||
    importing.undo !== null;
  const exportXml = useCallback(async () => {
    if (editor) download(`${flow.key}.bpmn`, await editor.xml());
  }, [editor, flow.key]);
  const startOver = (): void => {
    saver.forget();
    onRestart();
  };
  const discard = (): void =>
    void modal.confirm({
      title: '放弃没有发布的修改？',
      content: `草稿会被删除，画布回到第 ${publishing.basedOn} 版。需要留底时请先导出。`,
      okText: '放弃修改',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: () => importing.dropDraft(flow.key).then(startOver),
    });

  return (
    <div className="drawing">
      <Head
        flow={flow}
        basedOn={publishing.basedOn}
        saving={saving}
        saver={saver}
        fromDraft={asOpened && start.origin === 'draft' && publishing.basedOn > 0}
        hindrance={publishHindrance({ problems, edited, basedOn: publishing.basedOn })}
        canDiscard={publishing.basedOn > 0 && edited}
        onPublish={() => void publishing.ask()}
        onExport={() => void exportXml()}
        onImport={importing.pick}
        onDiscard={discard}
      />
      <div className="drawing-notices">
        {saving.at === 'conflict' && (
          <ConflictNotice
            conflict={saving.conflict}
            onOverwrite={() => void saver.overwrite()}
            onTakeTheirs={startOver}
            onExport={() => void exportXml()}
          />
        )}
        <OriginNotice
          start={start}
          settled={!asOpened}
          failure={failure}
          imported={importing.undo}
          onRestart={onRestart}
        />
      </div>
      <FormContext value={form}>
        <ProblemsContext value={problems}>
          <Board editor={editor} onReady={setEditor} />
          {publishing.dialog}
        </ProblemsContext>
      </FormContext>
      {importing.dialog}
    </div>
  );
}
