import type { ReactNode } from 'react';
import {
  formatDay,
  formatInstant,
  outcomes,
  type Instance,
  type Obligation,
  type Round,
  type SubmissionPage,
} from '@chengban/web';
import { NamedSources } from '../submissions/form-sources';
import { OpinionRows } from './opinion-rows';
import { opinionsByRound } from './opinions';
import { RoundTable } from './round-table';
import { Columns, Row } from './sheet-row';

interface Props {
  obligation: Obligation;
  submission: SubmissionPage;
  instance: Instance;
  /** those to print */
  rounds: readonly Round[];
}

/** 审批表: black on white, every fact a row, so that a page breaks between rows and never in one. */
export function ApprovalSheet({ obligation, submission, instance, rounds }: Props): ReactNode {
  const opinions = opinionsByRound(instance.history);
  const last = submission.rounds.at(-1)?.no;
  return (
    <article className="sheet" aria-label="审批表">
      <header>
        <h1>{instance.definition.name}审批表</h1>
        <p>
          <span>编号：{obligation.number}</span>
          <span>{obligation.unit.name}</span>
        </p>
      </header>
      <table>
        <caption className="visually-hidden">事项</caption>
        <Columns />
        <tbody>
          <Row label="主要措施">
            （{obligation.measureNo}）{obligation.measureText}
          </Row>
          <Row label="本次要求">{obligation.requirement || '按措施落实'}</Row>
          <tr>
            <th scope="row">责任单位</th>
            <td>{obligation.unit.name}</td>
            <th scope="row">完成时限</th>
            <td>{formatDay(obligation.dueOn)}</td>
          </tr>
          <tr>
            <th scope="row">办理情况</th>
            <td>{obligation.statusName}</td>
            <th scope="row">办理结果</th>
            <td>{instance.outcome ? (outcomes[instance.outcome]?.word ?? instance.outcome) : '—'}</td>
          </tr>
        </tbody>
      </table>
      <NamedSources names={submission.names} files={submission.files} reviewFields={submission.reviewFields}>
        {rounds.map((round) => (
          <RoundTable
            key={round.no}
            round={round}
            several={submission.rounds.length > 1}
            submission={submission}
            opinions={
              <OpinionRows
                opinions={opinions[round.no - 1] ?? []}
                waiting={round.no === last ? instance.current : []}
              />
            }
          />
        ))}
      </NamedSources>
      <footer>
        {instance.definition.name}第 {instance.definition.version} 版 · 打印于 {formatInstant(new Date().toISOString())}
      </footer>
    </article>
  );
}
