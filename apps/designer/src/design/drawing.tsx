import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { hasErrors } from '@chengban/domain';
import { nodeKinds as kindNames, type DefinitionVersion } from '@chengban/web';
import { ConflictNotice } from '../draft/conflict-notice.js';
import { useDraftSaver } from '../draft/use-draft-saver.js';
import { FormContext } from '../inspector/use-form-fields.js';
import { Inspector } from '../inspector/inspector.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { Palette } from '../palette/palette.js';
import { StepList } from '../palette/step-list.js';
import { ProblemsContext } from '../problems/problems-context.js';
import { ProblemsPanel } from '../problems/problems-panel.js';
import { useChecked } from '../problems/use-checked.js';
import { PublishDialog } from '../publish/publish-dialog.js';
import { download } from '../shell/download.js';
import { usePageTitle } from '../shell/app-frame.js';
import { useModel } from '../versions/use-model.js';
import { useVersionXml } from '../versions/use-versions.js';
import { Canvas } from './canvas.js';
import { EditorContext, useStateOf } from './editor-context.js';
import type { FlowEditor } from './flow-editor.js';
import { Head } from './head.js';
import { OriginNotice } from './origin-notice.js';
import { publishHindrance } from './publish-hindrance.js';
import { ToolBar } from './tool-bar.js';
import { useFlowForm } from './use-flow-form.js';
import { useImport } from './use-import.js';
import { useKeeping } from './use-keeping.js';
import { useKeys } from './use-keys.js';
import { useLeaving } from './use-leaving.js';
import type { Start } from './use-start.js';
import './drawing.css';

/** One flow on the drawing board: canvas in the middle, palette left, fields right, problems below. */
export function Drawing({ start, onRestart }: { start: Start; onRestart: () => void }): ReactNode {
  const { flow, origin } = start;
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [editor, setEditor] = useState<FlowEditor | null>(null);
  const [unpublished, setUnpublished] = useState(origin !== 'newest');
  const [failure, setFailure] = useState<unknown>(null);
  const [basedOn, setBasedOn] = useState(flow.latestVersion ?? 0);
  const [publishing, setPublishing] = useState<'no' | 'asked' | 'open'>('no');
  const state = useStateOf(editor);
  const form = useFlowForm(state && state.opened > 0 ? editor?.process : undefined);
  const problems = useChecked(editor, state);
  const { checked } = problems;
  const { saver, state: saving } = useDraftSaver(flow.key, start.draft?.revision ?? null);
  const before = useModel(useVersionXml(flow.key, basedOn || null).data);
  usePageTitle(`设计：${flow.name}`);
  const keeping = useKeeping(editor, saver, checked);
  useKeys(editor, keeping);
  useLeaving(keeping);

  useEffect(() => {
    editor?.open(start.xml).catch(setFailure);
  }, [editor, start.xml]);

  const edited = state !== null && state.revision > state.clean;
  const importing = useImport(editor, saver);
  const hindrance = publishHindrance({
    problems,
    edited: edited || unpublished || importing.undo !== null,
    basedOn,
  });
  const exportXml = useCallback(async () => {
    if (editor) download(`${flow.key}.bpmn`, await editor.xml());
  }, [editor, flow.key]);
  const published = (version: DefinitionVersion): void => {
    setPublishing('no');
    saver.forget();
    editor?.settle();
    setBasedOn(version.version);
    setUnpublished(false);
    importing.forget();
    void queries.invalidateQueries({ queryKey: ['flows'] });
    void queries.invalidateQueries({ queryKey: ['versions', flow.key] });
    void queries.invalidateQueries({ queryKey: ['draft', flow.key] });
    void message.success(`第 ${version.version} 版已发布，新开始的事项走这一版`, 6);
  };
  const openPublish = async (): Promise<void> => {
    await keeping.save();
    await queries.refetchQueries({ queryKey: ['flows'] });
    setPublishing('asked');
  };
  const discard = (): void =>
    void modal.confirm({
      title: '放弃没有发布的修改？',
      content: `草稿会被删除，画布回到${basedOn ? `第 ${basedOn} 版` : '最初的样子'}。需要留底时请先导出。`,
      okText: '放弃修改',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: async () => {
        await importing.dropDraft(flow.key);
        saver.forget();
        onRestart();
      },
    });
  // what was typed just before the press is checked first
  useEffect(() => {
    if (publishing !== 'asked' || problems.checking) return;
    setPublishing(hasErrors(problems.findings) ? 'no' : 'open');
  }, [publishing, problems.checking, problems.findings]);
  const nameOf = (id: string): string => {
    const element = editor?.element(id);
    return element ? textOf(objectOf(element), 'name') || kindNames[element.type] || '连线' : id;
  };

  return (
    <div className="drawing">
      <Head
        flow={flow}
        basedOn={basedOn}
        saving={saving}
        saver={saver}
        hindrance={hindrance}
        canDiscard={basedOn > 0 && (edited || unpublished || importing.undo !== null)}
        onPublish={() => void openPublish()}
        onExport={() => void exportXml()}
        onImport={importing.pick}
        onDiscard={discard}
      />
      <div className="drawing-notices">
        {saving.at === 'conflict' && (
          <ConflictNotice
            conflict={saving.conflict}
            onOverwrite={() => void saver.overwrite()}
            onTakeTheirs={() => {
              saver.forget();
              onRestart();
            }}
            onExport={() => void exportXml()}
          />
        )}
        <OriginNotice
          start={start}
          settled={!unpublished}
          failure={failure}
          imported={importing.undo}
          onRestart={onRestart}
        />
      </div>
      <FormContext value={form}>
        <ProblemsContext value={problems}>
          <main className="drawing-board">
            <div className="side">{editor && <EditorContext value={editor}>{<Sides />}</EditorContext>}</div>
            <div className="drawing-middle">
              <div className="drawing-canvas">
                <Canvas onReady={setEditor} />
                {editor && (
                  <EditorContext value={editor}>
                    <ToolBar />
                  </EditorContext>
                )}
              </div>
              <ProblemsPanel nameOf={nameOf} />
            </div>
            {editor && state && state.opened > 0 ? (
              <EditorContext value={editor}>
                <Inspector />
              </EditorContext>
            ) : (
              <aside className="inspector" aria-label="属性" />
            )}
          </main>
          {publishing === 'open' && checked?.model && (
            <PublishDialog
              flowKey={flow.key}
              xml={checked.xml}
              model={checked.model}
              before={before}
              basedOn={basedOn}
              runningInstances={flow.runningInstances}
              onClose={() => setPublishing('no')}
              onPublished={published}
              onTakeNewest={() => void newestVersion(queries, flow.key).then(setBasedOn)}
            />
          )}
        </ProblemsContext>
      </FormContext>
      {importing.dialog}
    </div>
  );
}

function Sides(): ReactNode {
  return (
    <>
      <Palette />
      <StepList />
    </>
  );
}

async function newestVersion(queries: ReturnType<typeof useQueryClient>, key: string): Promise<number> {
  await queries.refetchQueries({ queryKey: ['flows'] });
  const flows = queries.getQueryData<Start['flow'][]>(['flows']) ?? [];
  return flows.find((flow) => flow.key === key)?.latestVersion ?? 0;
}
