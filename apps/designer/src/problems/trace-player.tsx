import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from 'antd';
import { CloseOutlined, DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { Finding } from '@chengban/domain';
import { useEditor } from '../design/editor-context.js';
import { download } from '../shell/download.js';
import { useProblems } from './problems-context.js';
import { scenarioFile, scenesOf } from './trace-story.js';

const ACT = 'flow-play-act';
const STANDS = 'flow-play-stands';

/** 演示: the way to a trouble, act by act, on the drawing itself. Arrow keys go on and back, Escape ends it. */
export function TracePlayer(props: {
  finding: Finding;
  nameOf: (id: string) => string;
  onClose: () => void;
}): ReactNode {
  const { finding, nameOf, onClose } = props;
  const editor = useEditor();
  const { model } = useProblems();
  const [at, setAt] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const scenes = scenesOf(finding, nameOf);
  const scene = scenes[at];
  // a button that can go no further would take the focus with it
  const atEdge = at === 0 || at === scenes.length - 1;
  useEffect(() => {
    if (atEdge) place.current?.focus();
  }, [atEdge]);
  useEffect(() => {
    editor.mark(STANDS, scene?.stands ?? []);
    editor.mark(ACT, scene?.acts ?? []);
    const [first] = scene?.acts ?? [];
    if (first) editor.show(first);
  }, [editor, finding, at]);
  useEffect(
    () => () => {
      editor.mark(STANDS, []);
      editor.mark(ACT, []);
    },
    [editor],
  );
  const go = (to: number): void => setAt(Math.min(scenes.length - 1, Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={place} tabIndex={-1} className="player" role="group" aria-label="演示" onKeyDown={onKeyDown}>
      <p className="player-text" role="status">
        <span className="quiet number">
          {at + 1} / {scenes.length}
        </span>
        {scene?.text}
      </p>
      <div className="player-buttons">
        <Button size="small" icon={<LeftOutlined aria-hidden />} disabled={at === 0} onClick={() => go(at - 1)}>
          上一步
        </Button>
        <Button
          size="small"
          type="primary"
          icon={<RightOutlined aria-hidden />}
          iconPlacement="end"
          disabled={at === scenes.length - 1}
          onClick={() => go(at + 1)}
        >
          下一步
        </Button>
        <span className="frame-spacer" />
        {model && (
          <Button
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => download(`${model.processId}.scenarios.yaml`, scenarioFile(model, finding), 'text/yaml')}
          >
            存为场景
          </Button>
        )}
        <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={onClose}>
          结束演示
        </Button>
      </div>
    </div>
  );
}
