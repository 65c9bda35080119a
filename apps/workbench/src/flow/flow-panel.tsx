import { lazy, Suspense, type ReactNode } from 'react';
import { Skeleton } from 'antd';
import type { Instance } from '@chengban/web';
import { Loaded } from '../page/loaded';
import { Panel } from '../page/panel';
import { useInstanceXml } from '../queries/instances';

/** Loaded only when a diagram is looked at. */
const FlowDiagram = lazy(async () => ({ default: (await import('@chengban/web/diagram')).FlowDiagram }));

const HEIGHT = 340;

export function FlowPanel({ instance }: { instance: Instance }): ReactNode {
  const xml = useInstanceXml(instance);
  const { name, version } = instance.definition;
  return (
    <Panel title="流程图" extra={<span className="number">{`${name} · 第 ${version} 版`}</span>}>
      <Loaded query={xml} minHeight={HEIGHT + 40}>
        {(text) => (
          <Suspense
            fallback={<Skeleton active paragraph={{ rows: 8 }} title={false} style={{ minHeight: HEIGHT + 40 }} />}
          >
            <FlowDiagram xml={text} state={instance.diagram} title={`流程图：${name}`} height={HEIGHT} />
          </Suspense>
        )}
      </Loaded>
    </Panel>
  );
}
