import type { Change } from './change.js';
import type { Parts, Place } from './statement-parts.js';
import { writeReturnItems } from './write-return-items.js';

/** The submission with its new round, the verdict on a round, and the draft. */
export function writeSubmission(parts: Parts, { tenant, id, at, actor }: Place, change: Change): void {
  const { bind, json } = parts;
  const submission = (): string => `${bind(change.submissionId)}::uuid`;
  if (change.start)
    parts.add(
      'the_submission',
      `INSERT INTO submission (tenant, id, instance_id, obligation_id, unit_id, reader_unit_ids, status, rounds, created_at, updated_at)
       VALUES (${tenant}, ${submission()}, ${id}, ${bind(change.obligationId)}, ${bind(change.unitId)}, ${bind(change.readerUnitIds)},
               ${bind(change.stage)}, 0, ${at}, ${at})`,
    );
  // a round that leaves the stage as it was, with another draft still to be written, counts like any other
  else if (change.stage || change.readersChanged || change.newRound)
    parts.add(
      'the_submission',
      `UPDATE submission SET status = coalesce(${bind(change.stage)}, status), outcome = ${bind(change.outcome)}, rounds = ${bind(change.round)},
              reader_unit_ids = ${bind(change.readerUnitIds)}, updated_at = ${at}
        WHERE tenant = ${tenant} AND id = ${submission()}`,
    );
  const round = change.newRound;
  if (round) {
    parts.add(
      'the_round',
      `INSERT INTO submission_round (tenant, submission_id, no, data, evidence_ids, submitted_by, submitted_at)
       VALUES (${tenant}, ${submission()}, ${bind(round.no)}, ${json(round.data)}, ${bind(round.evidenceIds)}, ${actor}, ${at})`,
    );
    const files = [...new Set([...round.evidenceIds, ...round.fileIds])];
    if (files.length > 0)
      parts.add(
        'evidence_uses',
        `INSERT INTO evidence_use (tenant, evidence_id, submission_id, round_no)
         SELECT ${tenant}, used, ${submission()}, ${bind(round.no)}::int FROM unnest(${bind(files)}::uuid[]) AS used`,
      );
  }
  if (change.verdicts.length > 0)
    parts.add(
      'the_verdicts',
      `INSERT INTO submission_verdict (tenant, id, submission_id, round_no, task_id, node_id, verdict, reason, final, person_id, for_id, repeats, data, at)
       SELECT ${tenant}, r.id, ${submission()}, r."roundNo", r."taskId", r."nodeId", r.verdict, r.reason, r.final, r."personId", r."forId",
              r.repeats, r.data, ${at}
         FROM jsonb_to_recordset(${json(change.verdicts)})
           AS r(id uuid, "roundNo" int, "taskId" uuid, "nodeId" text, verdict text, reason text, final boolean, "personId" uuid,
                "forId" uuid, repeats text, data jsonb)`,
    );
  writeReturnItems(parts, { tenant, id, at, actor }, submission, change.items);
  if (!change.draft) return;
  const { taskId, kept } = change.draft;
  const task = `${bind(taskId)}::uuid`;
  parts.add(
    'the_draft',
    kept === null
      ? `DELETE FROM submission_draft WHERE tenant = ${tenant} AND instance_id = ${id} AND task_id = ${task}`
      : `INSERT INTO submission_draft (tenant, instance_id, task_id, data, evidence_ids, answers, saved_by, saved_at)
         VALUES (${tenant}, ${id}, ${task}, ${json(kept.data)}, ${bind(kept.evidenceIds)}, ${json(kept.answers ?? [])}, ${actor}, ${at})
         ON CONFLICT (tenant, instance_id, task_id) DO UPDATE
           SET data = excluded.data, evidence_ids = excluded.evidence_ids, answers = excluded.answers,
               saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  );
}

/** The columns of the obligation that follow its flow. */
export function writeObligation(parts: Parts, { tenant, id, at }: Place, change: Change): void {
  const { bind } = parts;
  if (!change.main || (!change.stage && !change.readersChanged && !change.newRound)) return;
  const sets = [`reader_unit_ids = ${bind(change.readerUnitIds)}`];
  if (change.start) sets.push(`instance_id = ${id}`);
  if (change.newRound) sets.push(`submitted_at = ${at}`);
  if (change.stage === 'returned') sets.push(`returned_at = ${at}`);
  // stopped before its end: the obligation waits for another start
  if (change.stage === 'closed' && isStopped(change.outcome))
    sets.push(`status = 'pending'`, 'instance_id = NULL', 'submitted_at = NULL', 'returned_at = NULL');
  else if (change.stage === 'closed')
    sets.push(`status = 'closed'`, `closed_at = ${at}`, `outcome = ${bind(change.outcome)}`);
  else if (change.stage) sets.push(`status = ${bind(change.stage)}`, 'closed_at = NULL', 'outcome = NULL');
  parts.add(
    'the_obligation',
    `UPDATE obligation SET ${sets.join(', ')} WHERE tenant = ${tenant} AND id = ${bind(change.obligationId)}`,
  );
}

const STOPPED: ReadonlySet<string | null> = new Set(['cancelled', 'terminated', 'rejected']);

/** 撤销、终止、不予通过: nothing was accepted, so what was to be done still is. */
const isStopped = (outcome: string | null): boolean => STOPPED.has(outcome);
