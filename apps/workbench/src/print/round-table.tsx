import type { ReactNode } from 'react';
import {
  formatInstant,
  formatSize,
  roundOutcomes,
  type FormDefinition,
  type Round,
  type SubmissionPage,
} from '@chengban/web';
import { Columns, Row } from './sheet-row';
import { ValueRows } from './value-rows';

/** Characters of a file's hash: enough to tell whether a file in hand is the one that was handed in. */
const HASH_SHOWN = 8;

interface Props {
  round: Round;
  several: boolean;
  submission: SubmissionPage;
  opinions: ReactNode;
}

/** One round: who handed it in, what and with which files, and what was said about it. */
export function RoundTable({ round, several, submission, opinions }: Props): ReactNode {
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
