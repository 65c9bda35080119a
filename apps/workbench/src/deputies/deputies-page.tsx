import { useState, type ReactNode } from 'react';
import { Button, Segmented } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { deputyColumns, DeputyDialog, useDeputies, useEndDeputy, type Whose } from '@chengban/web/deputies';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { Panel } from '../page/panel';
import { HouseTable } from '../page/table';
import { deputyCard } from './deputy-card';

type State = 'open' | 'past';

/** 代理: who does my tasks while I am away, and whose I do. */
export function DeputiesPage(): ReactNode {
  const [state, setState] = useState<State>('open');
  const [making, setMaking] = useState(false);
  return (
    <Page
      title="代理"
      lead="不在岗时，请一位同事代您办理待办；双方的名字都会写进流转记录。"
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
          设置代理
        </Button>
      }
    >
      <div className="filters">
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
      <Rules title="代理我的" whose="given" state={state} />
      <Rules title="我代理的" whose="received" state={state} />
      {making && <DeputyDialog forOthers={false} onClose={() => setMaking(false)} />}
    </Page>
  );
}

const NOTHING: Readonly<Record<'given' | 'received', Readonly<Record<State, readonly [string, string]>>>> = {
  given: {
    open: ['现在没有人代理您', '出差、休假前，可以在这里请同事代为办理。'],
    past: ['以往没有人代理过您', ''],
  },
  received: {
    open: ['您现在不代理别人', '有同事请您代理时，会列在这里，对方的待办会出现在您的待办里。'],
    past: ['您以往没有代理过别人', ''],
  },
};

function Rules({ title, whose, state }: { title: string; whose: Exclude<Whose, 'all'>; state: State }): ReactNode {
  const query = useDeputies(whose, state);
  const end = useEndDeputy();
  const ending = { busyWith: end.isPending ? end.variables.id : null, end: end.press };
  const [nothing, hint] = NOTHING[whose][state];
  return (
    <Panel title={title}>
      <Loaded query={query} minHeight={140}>
        {(rules) =>
          rules.length === 0 ? (
            <Empty title={nothing}>{hint}</Empty>
          ) : (
            <HouseTable
              label={title}
              columns={deputyColumns(whose, ending)}
              card={deputyCard(whose, ending)}
              dataSource={rules}
              minWidth={760}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
