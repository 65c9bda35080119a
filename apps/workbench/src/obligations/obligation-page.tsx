import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Tabs } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { useSession, type Instance, type Obligation } from '@chengban/web';
import { ReceivedNotice } from '../copies/received-notice';
import { DueFact } from '../extensions/due-fact';
import { ExtendButton } from '../extensions/extend-button';
import { ExtensionsPanel } from '../extensions/extensions-panel';
import { FlowPanel } from '../flow/flow-panel';
import { HistoryPanel } from '../flow/history-panel';
import { Timeline } from '../flow/timeline';
import { TroubleNotice } from '../flow/trouble-notice';
import { RefusableButton } from '../handling/refusable-button';
import { MatterActions } from '../matter/matter-actions';
import { RerouteNotice } from '../matter/reroute-notice';
import { useMatterTabs } from '../matter/matter-tabs';
import { useTab } from '../matter/use-tab';
import { LinkButton } from '../page/link-button';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Facts, Panel } from '../page/panel';
import { Seal } from '../page/seal';
import { shortTitle } from '../page/short-title';
import { useInstance } from '../queries/instances';
import { useObligation, useStart } from '../queries/obligations';
import { SittingPanels } from '../sitting/sitting-panel';
import { RoundsPanel } from '../submissions/rounds-panel';
import './obligation-page.css';

export function ObligationPage(): ReactNode {
  const { id = '' } = useParams();
  const query = useObligation(id);
  return (
    <Loaded query={query} minHeight={600} back={{ to: '/obligations', word: '任务清单' }}>
      {(obligation) => <ObligationView obligation={obligation} />}
    </Loaded>
  );
}

/** One obligation: what is asked, by when and why; what was reported; where it stands; who did what. */
function ObligationView({ obligation }: { obligation: Obligation }): ReactNode {
  const instance = useInstance(obligation.instanceId);
  const [tab, setTab] = useTab('matter');
  const beside = useMatterTabs(obligation.instanceId);
  const matter = <Matter obligation={obligation} instance={instance} />;
  return (
    <Page
      title={shortTitle(obligation.measureNo, obligation.measureText)}
      tabTitle={obligation.number}
      back={{ to: '/obligations', word: '任务清单' }}
      aside={<Seal obligation={obligation} />}
      lead={
        <>
          <span className="number">{obligation.number}</span> · {obligation.unit.name} · {obligation.kindName}
        </>
      }
      actions={
        <>
          <ExtendButton obligationId={obligation.id} />
          <MatterActions obligationId={obligation.id} instanceId={obligation.instanceId} />
          <NextStep obligation={obligation} />
        </>
      }
    >
      <TroubleNotice instance={instance.data} />
      <RerouteNotice instance={instance.data} />
      <ReceivedNotice instanceId={obligation.instanceId} />
      {beside.length === 0 ? (
        matter
      ) : (
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[{ key: 'matter', label: '事项', children: matter }, ...beside]}
        />
      )}
    </Page>
  );
}

/** The matter itself: the tab that opens first. */
function Matter({ obligation, instance }: { obligation: Obligation; instance: UseQueryResult<Instance> }): ReactNode {
  return (
    <div className="two-columns">
      <div>
        <Panel title="任务要求">
          <p className="measure-text">
            （{obligation.measureNo}）{obligation.measureText}
          </p>
          <div style={{ height: 18 }} />
          <Facts
            items={[
              { label: '本次要求', value: obligation.requirement || '按措施落实' },
              { label: '完成时限', value: <DueFact obligation={obligation} /> },
              { label: '重点任务', value: obligation.keyTaskTitle },
              { label: '工作任务', value: obligation.workTaskTitle },
              { label: '时限原文', value: obligation.deadlineText, wide: true },
              { label: '预警说明', value: obligation.light.reason || '—', wide: true },
            ]}
          />
        </Panel>
        <ExtensionsPanel obligation={obligation} />
        {obligation.instanceId && <RoundsPanel obligationId={obligation.id} />}
        {instance.data && <FlowPanel instance={instance.data} />}
        {instance.data && <HistoryPanel instance={instance.data} />}
      </div>
      <aside aria-label="办理进程">
        {instance.data && <SittingPanels sittings={instance.data.sittings} />}
        <Panel title="办理进程">
          {obligation.instanceId ? (
            <Loaded query={instance}>{(data) => <Timeline instance={data} />}</Loaded>
          ) : (
            <p className="timeline-none">还没有开始。责任单位开始填报后，这里会显示每一步由谁办理。</p>
          )}
        </Panel>
      </aside>
    </div>
  );
}

/** The one thing this person would come here to do. */
function NextStep({ obligation }: { obligation: Obligation }): ReactNode {
  const start = useStart();
  const { memberships } = useSession();
  // to everybody else a button that is never theirs would be noise
  const isMine = obligation.status === 'pending' && memberships.some((one) => one.unitId === obligation.unit.id);
  const offer = obligation.offers?.find((one) => one.verb === 'start');
  if (obligation.openTaskId) {
    return (
      <LinkButton to={`/tasks/${obligation.openTaskId}`} type="primary" size="large">
        去办理
      </LinkButton>
    );
  }
  if (!offer || (!offer.allowed && !isMine)) return null;
  return (
    <RefusableButton
      offer={{ ...offer, label: offer.label || '开始填报' }}
      type="primary"
      size="large"
      loading={start.isPending}
      onPress={() => start.press(obligation.id)}
    />
  );
}
