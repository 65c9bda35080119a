import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Segmented } from 'antd';
import { formatInstant, type PlanDraft } from '@chengban/web';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { usePlanDraft } from '../queries/plan-drafts';
import { ConfirmPanel } from './confirm-panel';
import { FindingsList } from './findings-list';
import { MeasureCard } from './measure-card';
import { RepairsTable } from './repairs-table';
import { needsLook } from './needs-look';
import './plan-import.css';

type View = 'measures' | 'look' | 'repairs' | 'findings';

export function DraftPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <Loaded query={usePlanDraft(id)} minHeight={600} back={{ to: '/plan-drafts', word: '导入实施方案' }}>
      {(draft) => <DraftView draft={draft} />}
    </Loaded>
  );
}

/** What was read, beside the words it was read from; corrected here, confirmed at the bottom. */
function DraftView({ draft }: { draft: PlanDraft }): ReactNode {
  const [view, setView] = useState<View>('measures');
  const { reading } = draft;
  const open = draft.status === 'draft';
  const look = reading.measures.filter((measure) => needsLook(reading, measure));
  const options = [
    { value: 'measures' as const, label: `全部措施 ${reading.measures.length}` },
    { value: 'look' as const, label: `需要核对 ${look.length}` },
    { value: 'repairs' as const, label: `自动修复 ${reading.repairs.length}` },
    { value: 'findings' as const, label: `发现的问题 ${reading.findings.length}` },
  ];
  return (
    <Page
      title={`核对：${draft.fileName}`}
      tabTitle="核对实施方案"
      back={{ to: '/plan-drafts', word: '导入实施方案' }}
      lead={`${draft.createdBy?.name ?? '系统'} 上传于 ${formatInstant(draft.createdAt)}`}
    >
      <ul className="reading-counts" aria-label="读取结果">
        <li>
          <strong>{reading.keyTasks.length}</strong> 项重点任务
        </li>
        <li>
          <strong>{reading.workTasks.length}</strong> 项工作任务
        </li>
        <li>
          <strong>{reading.measures.length}</strong> 项主要措施
        </li>
      </ul>
      <Panel>
        <Segmented<View> aria-label="显示内容" options={options} value={view} onChange={setView} />
        <div className="reading-body">
          {(view === 'measures' || view === 'look') &&
            (view === 'look' ? look : reading.measures).map((measure) => (
              <MeasureCard key={measure.no} draft={draft} measure={measure} editable={open} />
            ))}
          {view === 'look' && look.length === 0 && <p className="number">没有需要特别核对的措施。</p>}
          {view === 'repairs' && <RepairsTable repairs={reading.repairs} />}
          {view === 'findings' && <FindingsList findings={reading.findings} />}
        </div>
      </Panel>
      <ConfirmPanel draft={draft} />
    </Page>
  );
}
