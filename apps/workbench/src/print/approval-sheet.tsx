import type { ReactNode } from 'react';
import {
  formatDay,
  formatInstant,
  formatSize,
  outcomes,
  roundOutcomes,
  type FormDefinition,
  type Instance,
  type Obligation,
  type Round,
  type SubmissionPage,
} from '@chengban/web';
import { NamedSources } from '../submissions/form-sources';
import { OpinionRows } from './opinion-rows';
import { opinionsByRound } from './opinions';
import { ValueRows } from './value-rows';

/** Characters of a file's hash: enough to tell whether a file in hand is the one that was handed in. */
const HASH_SHOWN = 8;

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

interface RoundProps {
  round: Round;
  several: boolean;
  submission: SubmissionPage;
  opinions: ReactNode;
}

function RoundTable({ round, several, submission, opinions }: RoundProps): ReactNode {
  return (
    <table className="sheet-round">
      <caption>
        {several ? `第 ${round.no} 轮报送` : '报送内容'}（{roundOutcomes[round.outcome].word}）
      </caption>
      <Columns />
      <tbody>
        <tr>
          <th scope="row">报送人</th>
          <td>{round.submittedBy.name}</td>
          <th scope="row">报送时间</th>
          <td>{formatInstant(round.submittedAt)}</td>
        </tr>
        <ValueRows form={submission.form} data={round.data} without={submission.reviewFields} />
        <EvidenceRows evidence={round.evidence} />
        {round.reviews.map((review, index) => (
          <ReviewRows key={index} review={review} form={submission.form} />
        ))}
        {opinions}
      </tbody>
    </table>
  );
}

/** What a reviewer wrote into the form: no part of what was handed in. */
function ReviewRows({ review, form }: { review: Round['reviews'][number]; form: FormDefinition }): ReactNode {
  const others = Object.keys(form.schema.properties).filter((name) => !Object.hasOwn(review.data, name));
  return (
    <>
      <Row label="审核填写">
        {review.by.name} {formatInstant(review.at)}
      </Row>
      <ValueRows form={form} data={review.data} without={others} />
    </>
  );
}

function EvidenceRows({ evidence }: { evidence: Round['evidence'] }): ReactNode {
  if (evidence.length === 0) return <Row label="佐证材料">无</Row>;
  return evidence.map((file, index) => (
    <tr key={file.id}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={evidence.length}>
          佐证材料
          <br />（{evidence.length} 件）
        </th>
      )}
      <td colSpan={2}>
        {index + 1}. {file.fileName}
      </td>
      <td className="sheet-hash">
        {formatSize(file.size)} · 校验码 {file.sha256.slice(0, HASH_SHOWN)}
      </td>
    </tr>
  ));
}

/** Two pairs of a label and a fact; a wide fact takes the rest of the line. */
const Columns = (): ReactNode => (
  <colgroup>
    <col className="sheet-label" />
    <col />
    <col className="sheet-label" />
    <col />
  </colgroup>
);

interface RowProps {
  label: string;
  /** more than should be kept on one page: it breaks between its lines */
  long?: boolean;
  children: ReactNode;
}

export function Row({ label, long = false, children }: RowProps): ReactNode {
  return (
    <tr className={long ? 'sheet-long' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3}>{children}</td>
    </tr>
  );
}
