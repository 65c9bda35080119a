import { useRef, useState, type ReactNode } from 'react';
import { App, Modal } from 'antd';
import type { Finding } from '@chengban/domain';
import { useApi } from '@chengban/web';
import type { DraftSaver } from '../draft/draft-saver.js';
import { checkXml } from '../problems/check-xml.js';
import type { FlowEditor } from './flow-editor.js';

/** Above this the file is not even read; the domain refuses at 2 MB with a sentence of its own. */
const MAX_BYTES = 20 * 1024 * 1024;

interface Import {
  /** asks for a file */
  pick: () => void;
  /** takes the last import back, null when there is none */
  undo: (() => void) | null;
  forget: () => void;
  dropDraft: (flowKey: string) => Promise<void>;
  dialog: ReactNode;
}

/** A file is read and checked before the drawing on the board gives way to it, and the old drawing can be had back. */
export function useImport(editor: FlowEditor | null, saver: DraftSaver): Import {
  const api = useApi();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ name: string; findings: readonly Finding[] } | null>(null);
  const [previous, setPrevious] = useState<string | null>(null);

  const take = async (file: File): Promise<void> => {
    if (!editor) return;
    const findings = await unreadable(file);
    if (findings) return setRefused({ name: file.name, findings });
    const [xml, before] = [await file.text(), await editor.xml()];
    try {
      await editor.open(xml);
    } catch {
      await editor.open(before);
      return setRefused({ name: file.name, findings: [noDrawing] });
    }
    setPrevious(before);
    saver.offer(xml);
    void message.success(`已导入 ${file.name}`);
  };
  const undo = async (): Promise<void> => {
    if (!editor || previous === null) return;
    await editor.open(previous);
    saver.offer(previous);
    setPrevious(null);
  };
  const dialog = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".bpmn,.xml"
        aria-label="选择流程文件"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      {refused && <RefusedFile {...refused} onClose={() => setRefused(null)} />}
    </>
  );
  return {
    pick: () => input.current?.click(),
    undo: previous === null ? null : () => void undo(),
    forget: () => setPrevious(null),
    dropDraft: (flowKey) => api.send('DELETE', `/definitions/${flowKey}/draft`),
    dialog,
  };
}

const noDrawing: Finding = {
  code: 'no-drawing',
  severity: 'error',
  message: '文件里没有图形信息，画不出来。',
  cure: '请在原来的工具里带图形导出（BPMN DI）后再导入。',
};

/** What stands against reading the file; null when it can be drawn. Problems inside the flow are shown on the board. */
async function unreadable(file: File): Promise<readonly Finding[] | null> {
  if (file.size === 0)
    return [{ code: 'empty-file', severity: 'error', message: '文件是空的（0 字节）。', cure: '请重新导出后再选择。' }];
  if (file.size > MAX_BYTES)
    return [
      {
        code: 'file-too-large',
        severity: 'error',
        message: '文件太大，没有读取。',
        cure: '流程文件一般不超过 200 KB，请检查是否选错了文件。',
      },
    ];
  const { model, findings } = await checkXml(await file.text());
  return model ? null : findings;
}

function RefusedFile(props: { name: string; findings: readonly Finding[]; onClose: () => void }): ReactNode {
  return (
    <Modal open title={`没有导入“${props.name}”`} footer={null} onCancel={props.onClose}>
      <p>画布上的流程没有改动。这个文件的问题是：</p>
      <ul>
        {props.findings.map((finding) => (
          <li key={finding.code + finding.message}>
            {finding.message} {finding.cure}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
