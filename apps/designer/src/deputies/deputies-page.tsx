import { useState, type ReactNode } from 'react';
import { Alert, Button, Segmented, Table } from 'antd';
import { ArrowLeftOutlined, PlusOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { explain, type DeputyRule } from '@chengban/web';
import { deputyColumns, DeputyDialog, useDeputies, useEndDeputy } from '@chengban/web/deputies';
import { NothingHere } from '../incidents/nothing-here.js';
import { AppFrame } from '../shell/app-frame.js';

type State = 'open' | 'past';

/** 人员代理: everybody's rules, and one made for somebody who is away and cannot make it. */
export function DeputiesPage(): ReactNode {
  const { tenant = '' } = useParams();
  const [state, setState] = useState<State>('open');
  const [making, setMaking] = useState(false);
  return (
    <AppFrame title="人员代理">
      <div className="page-head">
        <div>
          <Link to={`/${tenant}`}>
            <ArrowLeftOutlined aria-hidden /> 全部流程
          </Link>
          <h1>人员代理</h1>
          <p>谁不在岗、由谁代为办理。每个人在工作台的“代理设置”里自己设置；来不及设置的，可以在这里替他设置。</p>
        </div>
        <div className="page-head-actions">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
            替人设置代理
          </Button>
        </div>
      </div>
      <div className="deputies-filter">
        <Segmented<State>
          aria-label="看哪些代理"
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: '有效和将要开始的' },
            { value: 'past', label: '以往的' },
          ]}
        />
      </div>
      <Rules state={state} />
      {making && <DeputyDialog forOthers onClose={() => setMaking(false)} />}
    </AppFrame>
  );
}

function Rules({ state }: { state: State }): ReactNode {
  const { data, error, isPending, refetch } = useDeputies('all', state);
  const end = useEndDeputy();
  const columns = deputyColumns('all', { busyWith: end.isPending ? end.variables.id : null, end: end.press });
  if (error && !data) {
    const { title, detail } = explain(error);
    const again = <Button onClick={() => void refetch()}>重新加载</Button>;
    return <Alert type="error" showIcon title={title} description={detail || undefined} action={again} />;
  }
  if (data?.length === 0)
    return (
      <NothingHere well={false}>
        {state === 'open' ? '现在没有人请人代理，以后也还没有安排。' : '以往没有人请人代理过。'}
      </NothingHere>
    );
  return (
    <div className="sheet">
      <Table<DeputyRule>
        rowKey="id"
        columns={columns}
        dataSource={data}
        loading={isPending}
        pagination={false}
        scroll={{ x: 860 }}
      />
    </div>
  );
}
