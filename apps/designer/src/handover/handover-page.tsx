import { useState, type ReactNode } from 'react';
import { Alert, Button, Form } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { explain } from '@chengban/web';
import { PeopleSource, PersonSelect } from '@chengban/web/deputies';
import { NothingHere } from '../incidents/nothing-here.js';
import { AppFrame } from '../shell/app-frame.js';
import { HandoverTable } from './handover-table.js';
import { usePreview, type Pair } from './use-handover.js';
import './handover.css';

/** 离职交接: what a leaver has in hand goes to somebody else, after a look at what that means. */
export function HandoverPage(): ReactNode {
  const { tenant = '' } = useParams();
  const [pair, setPair] = useState<Pair | null>(null);
  return (
    <AppFrame title="离职交接">
      <div className="page-head">
        <div>
          <Link to={`/${tenant}`}>
            <ArrowLeftOutlined aria-hidden /> 全部流程
          </Link>
          <h1>离职交接</h1>
          <p>
            有人调离、退休或长期不在岗时，把他手里的待办交给接手的人。先看清单，再交接；以后轮到谁，按他现在的职务另外安排。
          </p>
        </div>
      </div>
      <PeopleSource>
        <Form<Pair> layout="vertical" requiredMark={false} className="handover-who sheet" onFinish={setPair}>
          <Form.Item name="fromId" label="谁离开" rules={[{ required: true, message: '请选择谁离开' }]}>
            <PersonSelect several={false} label="谁离开" />
          </Form.Item>
          <Form.Item
            name="toId"
            label="由谁接手"
            dependencies={['fromId']}
            rules={[
              { required: true, message: '请选择由谁接手' },
              ({ getFieldValue }) => ({
                validator: (_, to) =>
                  to && to === getFieldValue('fromId') ? Promise.reject(new Error('不能交给自己')) : Promise.resolve(),
              }),
            ]}
          >
            <PersonSelect several={false} label="由谁接手" />
          </Form.Item>
          <Button htmlType="submit" type="primary">
            查看清单
          </Button>
        </Form>
      </PeopleSource>
      {pair && <Preview key={`${pair.fromId} ${pair.toId}`} pair={pair} />}
    </AppFrame>
  );
}

function Preview({ pair }: { pair: Pair }): ReactNode {
  const { data, error, isPending, refetch } = usePreview(pair);
  if (error && !data) {
    const { title, detail } = explain(error);
    const again = <Button onClick={() => void refetch()}>重新加载</Button>;
    return <Alert type="error" showIcon title={title} description={detail || undefined} action={again} />;
  }
  if (isPending) return null;
  if (data.items.length === 0) return <NothingHere well>这个人手里没有待办，不用交接。</NothingHere>;
  return <HandoverTable pair={pair} items={data.items} more={data.more} onDone={() => void refetch()} />;
}
