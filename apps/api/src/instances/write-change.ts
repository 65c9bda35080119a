import { createHash } from 'node:crypto';
import type { Change } from './change.js';
import type { Prepared } from './prepared.js';
import { Parts, type Place } from './statement-parts.js';
import { writeHistory, writeInstance } from './write-instance.js';
import { writeObligation, writeSubmission } from './write-submission.js';
import { writeTasks } from './write-tasks.js';
import { writeJobs, writeTimers, writeWaits } from './write-waiting.js';

const SHAPES = new Map<string, Prepared>();

/**
 * The one statement of a command: marking, tasks, timers, jobs, waiting places, history, outbox, submission, obligation
 * and the answer for a repeated request, written together or not at all. Parts without rows are left out, so a statement
 * has one of a few dozen shapes; each is named and prepared once per connection.
 */
export function writeStatement(change: Change): { statement: Prepared; values: readonly unknown[] } {
  const parts = new Parts();
  const tenant = parts.bind(change.tenant);
  const id = `${parts.bind(change.instanceId)}::uuid`;
  const at = `${parts.bind(change.at)}::timestamptz`;
  const actor = `${parts.bind(change.actorId)}::uuid`;
  const place: Place = { tenant, id, at, actor };
  writeInstance(parts, place, change);
  writeTasks(parts, place, change);
  writeTimers(parts, place, change);
  writeJobs(parts, place, change);
  writeWaits(parts, place, change);
  writeHistory(parts, place, change);
  writeSubmission(parts, place, change);
  writeObligation(parts, place, change);
  writeAnswer(parts, place, change);
  const text = `WITH ${parts.texts.join(',\n')}\nSELECT ${actor} IS NULL AS automatic`;
  return { statement: prepared(text), values: parts.values };
}

function prepared(text: string): Prepared {
  const known = SHAPES.get(text);
  if (known) return known;
  // the name must follow from the text: PostgreSQL refuses one name for two texts, and processes may differ in versions
  const fresh = { name: `instance.write-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
  SHAPES.set(text, fresh);
  return fresh;
}

function writeAnswer(parts: Parts, { tenant, at }: Place, { answer }: Change): void {
  const { bind } = parts;
  if (!answer) return;
  parts.add(
    'the_answer',
    `INSERT INTO idempotency_key (tenant, person_id, key, request_hash, status, etag, body, created_at)
     VALUES (${tenant}, ${bind(answer.personId)}, ${bind(answer.key)}, ${bind(answer.requestHash)}, ${bind(answer.status)},
             ${bind(answer.etag)}, ${bind(JSON.stringify(answer.body))}::json, ${at})`,
  );
}
