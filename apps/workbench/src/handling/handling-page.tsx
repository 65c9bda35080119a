import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Tabs } from 'antd';
import type { TaskPage } from '@chengban/web';
import { ReceivedNotice } from '../copies/received-notice';
import { FlowPanel } from '../flow/flow-panel';
import { HistoryPanel } from '../flow/history-panel';
import { Timeline } from '../flow/timeline';
import { TroubleNotice } from '../flow/trouble-notice';
import { MatterActions } from '../matter/matter-actions';
import { RerouteNotice } from '../matter/reroute-notice';
import { useMatterTabs } from '../matter/matter-tabs';
import { useTab } from '../matter/use-tab';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { Seal } from '../page/seal';
import { besideTitle } from '../page/short-title';
import { useInstance } from '../queries/instances';
import { useTask } from '../queries/tasks';
import { Rounds } from '../submissions/rounds';
import { closedWord } from '../tasks/closed-word';
import { ClosedNotice } from './closed-notice';
import { DeputyNotice } from './deputy-notice';
import { HandlingForm } from './handling-form';
import './handling.css';

/** 办理: one page for whoever is to act on a task, and for whoever may look at it. */
export function HandlingPage(): ReactNode {
  const { id = '' } = useParams();
  const query = useTask(id);
  return (
    <Loaded query={query} minHeight={600} back={{ to: '/tasks', word: '我的待办' }}>
      {(task) => <View key={task.id} task={task} refetch={query.refetch} />}
    </Loaded>
  );
}

function View({ task, refetch }: { task: TaskPage; refetch: () => Promise<unknown> }): ReactNode {
  const [tab, setTab] = useTab('handle');
  const beside = useMatterTabs(task.instanceId);
  const instance = useInstance(task.instanceId);
  const { obligation } = task;
  const aside = <Loaded query={instance}>{(data) => <Timeline instance={data} />}</Loaded>;
  return (
    <Page
      title={besideTitle(task)}
      tabTitle={`${task.name} ${task.number}`}
      back={{ to: '/tasks', word: '我的待办' }}
      aside={obligation && task.beside === null && <Seal obligation={obligation} />}
      actions={
        <MatterActions
          obligationId={task.obligationId}
          instanceId={task.instanceId}
          beside={task.beside !== null}
          extends={task.purpose === 'draft'}
        />
      }
      lead={
        <>
          <span className="number">{task.number}</span> · {task.unit.name} ·{' '}
          {task.status === 'open'
            ? `当前环节：${task.name}`
            : `环节：${task.name}（${closedWord(task)?.word ?? '已办'}）`}
          {task.beside !== null && (
            <>
              {' '}
              · <Link to={`/obligations/${task.obligationId}`}>查看承办事项</Link>
            </>
          )}
        </>
      }
    >
      <TroubleNotice instance={instance.data} />
      <RerouteNotice instance={instance.data} />
      <ReceivedNotice instanceId={task.instanceId} />
      <DeputyNotice task={task} />
      <ClosedNotice task={task} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: 'handle', label: '办理', children: <HandlingForm task={task} aside={aside} refetch={refetch} /> },
          {
            key: 'flow',
            label: '流程图',
            children: <Loaded query={instance}>{(data) => <FlowPanel instance={data} />}</Loaded>,
          },
          {
            key: 'history',
            label: '流转记录',
            children: (
              <>
                <Loaded query={instance}>{(data) => <HistoryPanel instance={data} />}</Loaded>
                {task.rounds.length > 0 && (
                  <Panel title="各轮报送">
                    <Rounds rounds={task.rounds} form={task.form} />
                  </Panel>
                )}
              </>
            ),
          },
          ...beside,
        ]}
      />
    </Page>
  );
}
