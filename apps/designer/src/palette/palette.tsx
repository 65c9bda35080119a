import { useId, useState, type ReactNode } from 'react';
import { Tooltip } from 'antd';
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { useEditor, useEditorState } from '../design/editor-context.js';
import type { Tool } from '../design/flow-editor.js';
import {
  everydayKinds,
  groupTitles,
  inGroups,
  moreKinds,
  moreTitles,
  type KindGroup,
  type NodeKind,
} from '../modeler/node-kinds.js';
import { dragOrClick } from './drag-or-click.js';
import './palette.css';

const tools: readonly { tool: Tool; label: string; icon: string; hint: string }[] = [
  { tool: 'connect', label: '连线', icon: 'bpmn-icon-connection-multi', hint: '先点起点环节，再点终点环节（C）' },
  { tool: 'lasso', label: '框选', icon: 'bpmn-icon-lasso-tool', hint: '拖出一个框，选中里面的环节（L）' },
  { tool: 'space', label: '留空', icon: 'bpmn-icon-space-tool', hint: '拖动以推开或收拢后面的环节（S）' },
  { tool: 'hand', label: '移动画布', icon: 'bpmn-icon-hand-tool', hint: '拖动画布（H）' },
];

/** What can be put into the flow, in words. A click or a drag takes it in hand; Enter puts it behind the selected node. */
export function Palette(): ReactNode {
  return (
    <nav className="palette" aria-label="添加环节">
      {inGroups(everydayKinds).map(([group, kinds]) => (
        <KindList key={group} title={groupTitles[group]} kinds={kinds} />
      ))}
      <MoreKinds groups={inGroups(moreKinds)} />
      <Tools />
    </nav>
  );
}

/** Folded: most flows need none of these. */
function MoreKinds({ groups }: { groups: readonly [KindGroup, NodeKind[]][] }): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="palette-more"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        更多
        {open ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
      </button>
      <div id={id} hidden={!open}>
        {open && groups.map(([group, kinds]) => <KindList key={group} title={moreTitles[group]} kinds={kinds} />)}
      </div>
    </>
  );
}

function KindList({ title, kinds }: { title: string; kinds: readonly NodeKind[] }): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.id}>
            <PaletteEntry kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaletteEntry({ kind }: { kind: NodeKind }): ReactNode {
  const editor = useEditor();
  const { selected } = useEditorState();
  return (
    <Tooltip
      title={`${kind.hint}。点一下再点画布上的位置；放到连线上就插在中间。`}
      placement="right"
      mouseEnterDelay={0.6}
    >
      <button
        type="button"
        className="palette-entry"
        data-kind={kind.id}
        aria-label={`添加${kind.label}`}
        {...dragOrClick(
          (event) => editor.insertion.drag(event, kind),
          () => editor.insertion.byKeyboard(kind, selected),
        )}
      >
        <span className={kind.icon} aria-hidden />
        {kind.label}
      </button>
    </Tooltip>
  );
}

function Tools(): ReactNode {
  const editor = useEditor();
  return (
    <section>
      <h2>工具</h2>
      <div className="palette-tools">
        {tools.map(({ tool, label, icon, hint }) => (
          <Tooltip key={tool} title={`${label}：${hint}`}>
            <button type="button" aria-label={label} onClick={(event) => editor.startTool(tool, event.nativeEvent)}>
              <span className={icon} aria-hidden />
            </button>
          </Tooltip>
        ))}
      </div>
    </section>
  );
}
