import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Space } from 'antd';
import { CompressOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './flow-diagram.css';
import type { DiagramState } from '../api/types';
import { fit } from './fit';
import { nodesInWords, nodeStateWords, type NodeInWords } from './node-states';

export interface FlowDiagramProps {
  xml: string;
  /** where the instance stands; without it the drawing is shown plain */
  state?: DiagramState;
  /** the accessible name, for example «流程图：阶段成果报送» */
  title: string;
  height?: number;
}

/** A flow to be read: coloured by state, zoomed by buttons (the wheel belongs to the page), told in words below. */
export function FlowDiagram({ xml, state, title, height = 340 }: FlowDiagramProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer | null>(null);
  const where = useRef<DiagramState | undefined>(undefined);
  const [nodes, setNodes] = useState<NodeInWords[]>([]);
  const [phase, setPhase] = useState<'loading' | 'shown' | 'broken'>('loading');
  const listId = useId();

  useEffect(() => {
    let gone = false;
    setPhase('loading');
    where.current = state;
    void (async () => {
      const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
      if (gone || !frame.current) return;
      const drawing = new Viewer({ container: frame.current });
      viewer.current = drawing;
      drawing.get<{ toggle: (on: boolean) => void }>('zoomScroll').toggle(false);
      try {
        await drawing.importXML(xml);
        if (gone) return;
        setNodes(paint(drawing, state));
        look(drawing, state);
        label(frame.current, title);
        setPhase('shown');
      } catch {
        if (!gone) setPhase('broken');
      }
    })();
    return () => {
      gone = true;
      viewer.current?.destroy();
      viewer.current = null;
    };
  }, [xml, state, title]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      const canvas = viewer.current?.get<Canvas>('canvas');
      canvas?.resized();
      if (viewer.current && element.clientWidth) look(viewer.current, where.current);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const zoom = (factor: number): void => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor);
  };
  return (
    <figure className="flow-diagram" aria-label={title} aria-describedby={listId}>
      <div className="flow-diagram-bar">
        {state ? <Legend /> : <span />}
        <Space.Compact size="small">
          <Button icon={<MinusOutlined aria-hidden />} aria-label="缩小流程图" onClick={() => zoom(0.8)} />
          <Button
            icon={<CompressOutlined aria-hidden />}
            aria-label="显示完整流程图"
            onClick={() => viewer.current && fit(viewer.current.get<Canvas>('canvas'))}
          />
          <Button icon={<PlusOutlined aria-hidden />} aria-label="放大流程图" onClick={() => zoom(1.25)} />
        </Space.Compact>
      </div>
      {phase === 'broken' && (
        <Alert
          type="warning"
          showIcon
          title="流程图无法显示"
          description="流程本身不受影响，可以继续办理；请告知流程管理员。"
        />
      )}
      <div
        ref={frame}
        className="flow-diagram-frame"
        style={{ height }}
        aria-busy={phase === 'loading'}
        hidden={phase === 'broken'}
      />
      {nodes.length > 0 && (
        <figcaption id={listId}>
          <details open={!!state}>
            <summary>文字版流程（{nodes.length} 个环节）</summary>
            <ol>
              {nodes.map((node) => (
                <li
                  key={node.id}
                  className={`flow-node-${node.state}`}
                  aria-current={node.state === 'active' ? 'step' : undefined}
                >
                  {node.name}
                  {state && <span>{nodeStateWords[node.state]}</span>}
                </li>
              ))}
            </ol>
          </details>
        </figcaption>
      )}
    </figure>
  );
}

function Legend(): ReactNode {
  return (
    <ul className="flow-legend" aria-label="图例">
      <li className="flow-legend-done">✓ 已办</li>
      <li className="flow-legend-active">▶ 办理中</li>
      <li className="flow-legend-ahead">○ 未到</li>
    </ul>
  );
}

/** Below this size nobody can read the names of the steps: a larger flow is shown around where it stands. */
const READABLE = 0.6;

function look(drawing: NavigatedViewer, state: DiagramState | undefined): void {
  const registry = drawing.get<ElementRegistry>('elementRegistry');
  const standing = (state?.active ?? [])
    .map((id) => registry.get(id) as { x?: number; y?: number; width?: number; height?: number } | undefined)
    .flatMap((box) =>
      box?.x === undefined || box.y === undefined || !box.width || !box.height
        ? []
        : [{ x: box.x, y: box.y, width: box.width, height: box.height }],
    )
    .sort((a, b) => a.width * a.height - b.width * b.height);
  fit(drawing.get<Canvas>('canvas'), { least: READABLE, around: standing[0] });
}

/** Marks every element with its state and puts ✓ or ▶ on its corner, so that the state is never colour alone. */
function paint(drawing: NavigatedViewer, state: DiagramState | undefined): NodeInWords[] {
  const canvas = drawing.get<Canvas>('canvas');
  const registry = drawing.get<ElementRegistry>('elementRegistry');
  const overlays = drawing.get<{ add: (id: string, overlay: object) => void }>('overlays');
  const nodes = nodesInWords(registry.getAll() as Parameters<typeof nodesInWords>[0], state);
  for (const id of state?.taken ?? []) if (registry.get(id)) canvas.addMarker(id, 'flow-taken');
  for (const id of [...(state?.done ?? []), ...(state?.active ?? [])]) {
    const active = !!state?.active.includes(id);
    const element = registry.get(id) as { waypoints?: unknown } | undefined;
    if (!element || element.waypoints) continue;
    canvas.addMarker(id, active ? 'flow-active' : 'flow-done');
    if (!nodes.some((node) => node.id === id)) continue;
    overlays.add(id, {
      position: { top: -9, right: 9 },
      html: `<span class="flow-badge flow-badge-${active ? 'active' : 'done'}" aria-hidden="true">${active ? '▶' : '✓'}</span>`,
    });
  }
  return nodes;
}

/** The drawing takes focus (arrow keys with Ctrl move it), so it needs a name; the mark of BPMN.iO gets a Chinese one. */
function label(frame: HTMLElement, title: string): void {
  const svg = frame.querySelector('.djs-container svg');
  svg?.setAttribute('role', 'img');
  svg?.setAttribute('aria-label', `${title}。可按住 Ctrl 用方向键移动。`);
  svg?.setAttribute('tabindex', '0');
  const mark = frame.querySelector('.bjs-powered-by');
  mark?.setAttribute('title', '流程图由 bpmn.io 绘制');
  mark?.setAttribute('aria-label', '流程图由 bpmn.io 绘制');
}
