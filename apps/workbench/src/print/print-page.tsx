import { useEffect, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Button, Radio } from 'antd';
import { LeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { product, type Instance, type Obligation, type SubmissionPage } from '@chengban/web';
import { Empty } from '../page/empty';
import { LinkButton } from '../page/link-button';
import { Loaded } from '../page/loaded';
import { useInstance } from '../queries/instances';
import { useObligation } from '../queries/obligations';
import { useSubmissionOf } from '../queries/submissions';
import { ApprovalSheet } from './approval-sheet';
import './print.css';

/** The 审批表 of one obligation, on paper; the bar above it is for the screen only. */
export function PrintPage(): ReactNode {
  const { id = '' } = useParams();
  const query = useObligation(id);
  return (
    <main className="print-page">
      <Loaded query={query} back={{ to: '/obligations', word: '任务清单' }}>
        {(obligation) => <WithRounds obligation={obligation} />}
      </Loaded>
    </main>
  );
}

function WithRounds({ obligation }: { obligation: Obligation }): ReactNode {
  const submission = useSubmissionOf(obligation.id);
  const instance = useInstance(obligation.instanceId);
  useEffect(() => {
    document.title = `${obligation.number} 审批表 · ${product.name}`;
  }, [obligation.number]);
  const back = `/obligations/${obligation.id}`;
  return (
    <Loaded query={submission}>
      {(page) =>
        page && page.rounds.length > 0 ? (
          <Loaded query={instance}>
            {(data) => <View obligation={obligation} submission={page} instance={data} back={back} />}
          </Loaded>
        ) : (
          <Empty title="还没有报送，没有可以打印的审批表">
            <LinkButton to={back}>返回事项</LinkButton>
          </Empty>
        )
      }
    </Loaded>
  );
}

interface Props {
  obligation: Obligation;
  submission: SubmissionPage;
  instance: Instance;
  back: string;
}

function View({ obligation, submission, instance, back }: Props): ReactNode {
  const [search, setSearch] = useSearchParams();
  const accepted = submission.rounds.filter((round) => round.outcome === 'approved').at(-1);
  const one = accepted !== undefined && search.get('rounds') === 'accepted';
  const rounds = one ? [accepted] : submission.rounds;
  return (
    <>
      <div className="print-bar">
        <LinkButton to={back} icon={<LeftOutlined aria-hidden />}>
          返回事项
        </LinkButton>
        {accepted && submission.rounds.length > 1 && (
          <Radio.Group
            aria-label="打印哪几轮"
            value={one ? 'accepted' : 'all'}
            onChange={(event) =>
              setSearch(event.target.value === 'all' ? {} : { rounds: 'accepted' }, { replace: true })
            }
            options={[
              { value: 'all', label: `全部 ${submission.rounds.length} 轮` },
              { value: 'accepted', label: '只印通过的一轮' },
            ]}
          />
        )}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <ApprovalSheet obligation={obligation} submission={submission} instance={instance} rounds={rounds} />
    </>
  );
}
