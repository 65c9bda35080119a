import type { ReactNode } from 'react';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import type { DeputyRule } from '../api/types';
import { formatDay, formatInstant } from '../dictionary/format';
import { DeputyState, deputyDays, deputyFlows } from './deputy-words';
import './deputies.css';
import type { Whose } from './use-deputies';

interface Ending {
  busyWith: string | null;
  end: (rule: DeputyRule) => void;
}

/** The columns of a list of rules; who is meant by the list's own name is not said again in every row. */
export const deputyColumns = (whose: Whose, ending: Ending): TableColumnsType<DeputyRule> => [
  ...(whose === 'given' ? [] : [{ title: '被代理人', key: 'principal', width: 110, render: named('principal') }]),
  ...(whose === 'received' ? [] : [{ title: '代理人', key: 'deputy', width: 110, render: named('deputy') }]),
  {
    title: '代理期间',
    key: 'days',
    width: 210,
    render: (_, rule) => (
      <>
        <span className="deputy-day">{formatDay(rule.from)}</span>
        {rule.to !== rule.from && (
          <>
            {' 至 '}
            <span className="deputy-day">{formatDay(rule.to)}</span>
          </>
        )}
        {rule.deputyAway && (
          <div className="deputy-note">
            其中 {deputyDays(rule.deputyAway)}，{rule.deputy.name}自己也请人代理：代理不转给第三人，请另选同事
          </div>
        )}
      </>
    ),
  },
  { title: '流程', key: 'flows', render: (_, rule) => deputyFlows(rule) },
  {
    title: '原因',
    key: 'reason',
    render: (_, rule) => (
      <>
        {rule.reason}
        {rule.madeBy.id !== rule.principal.id && <div className="deputy-note">由{rule.madeBy.name}设置</div>}
      </>
    ),
  },
  {
    title: '状态',
    key: 'state',
    width: 150,
    render: (_, rule) => (
      <>
        <DeputyState rule={rule} />
        {rule.ended && (
          <div className="deputy-note">
            {rule.ended.by.name}于 <span className="number">{formatInstant(rule.ended.at)}</span> 结束
          </div>
        )}
      </>
    ),
  },
  { title: '操作', key: 'act', width: 110, render: (_, rule) => <EndButton rule={rule} {...ending} /> },
];

const named = (part: 'principal' | 'deputy') =>
  function Named(_: unknown, rule: DeputyRule): ReactNode {
    return rule[part].name;
  };

/** Nothing where this reader may not end the rule, or it is over. */
export function EndButton({ rule, busyWith, end }: Ending & { rule: DeputyRule }): ReactNode {
  if (!rule.mayEnd) return null;
  return (
    <Popconfirm
      title={`结束${rule.deputy.name}对${rule.principal.name}的代理？`}
      description="马上生效；已经办理的不受影响。"
      okText="结束代理"
      cancelText="取消"
      onConfirm={() => end(rule)}
    >
      <Button loading={busyWith === rule.id} aria-label={`结束${rule.deputy.name}代理${rule.principal.name}`}>
        提前结束
      </Button>
    </Popconfirm>
  );
}
