import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { SubmissionPage as Data } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { besideTitle } from '../page/short-title';
import { useSubmission } from '../queries/submissions';
import { NamedSources } from './form-sources';
import { Rounds } from './rounds';

export function SubmissionPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <Loaded query={useSubmission(id)} minHeight={600} back={{ to: '/submissions', word: '我报送的' }}>
      {(data) => <View data={data} />}
    </Loaded>
  );
}

function View({ data }: { data: Data }): ReactNode {
  return (
    <Page
      title={besideTitle(data)}
      tabTitle={data.number}
      back={{ to: '/submissions', word: '我报送的' }}
      lead={
        <>
          <span className="number">{data.number}</span> · {data.unit.name} ·{' '}
          <Link to={`/obligations/${data.obligationId}`}>查看承办事项和流程图</Link>
        </>
      }
    >
      <Panel title="报送内容" extra={<span className="number">共 {data.rounds.length} 轮</span>}>
        <NamedSources names={data.names} files={data.files} reviewFields={data.reviewFields}>
          {data.rounds.length ? <Rounds rounds={data.rounds} form={data.form} /> : <Empty title="还没有报送过" />}
        </NamedSources>
      </Panel>
    </Page>
  );
}
