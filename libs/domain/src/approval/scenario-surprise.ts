import type { Refusal } from '../shared/refusal.js';
import type { ScenarioStep } from './scenario.js';
import { standing, standingIds } from './scenario-trace.js';
import type { ScenarioWorld } from './scenario-world.js';

/** What a step did that its scenario does not expect, in words; null when all came out as written. */
export function surpriseIn(world: ScenarioWorld, step: ScenarioStep | null, refused: Refusal | null): string | null {
  if (step?.refused !== undefined) {
    if (refused === null) return `应当被拒绝（${step.refused}），却办成了`;
    return refused.code === step.refused ? null : `应当因 ${step.refused} 被拒绝，实际是 ${refused.code}`;
  }
  if (refused !== null) return `被拒绝（${refused.code}）：${refused.message}`;
  return (
    incidentIn(world, step?.incident) ??
    differ('定时器', step?.fires, fired(world)) ??
    differ('发出的消息', step?.sends, sent(world)) ??
    misplaced(world, step?.then)
  );
}

function incidentIn({ happened }: ScenarioWorld, expected: string | undefined): string | null {
  const found = happened.flatMap(({ effects }) => effects.filter((effect) => effect.type === 'incident'));
  const [other] = found.filter(({ code }) => code !== expected);
  if (other !== undefined) return `出现了没有预料的异常（${other.code}）：${other.message}`;
  return expected === undefined || found.length > 0 ? null : `应当出现异常 ${expected}，没有出现`;
}

const fired = ({ happened }: ScenarioWorld): readonly string[] =>
  happened.flatMap(({ timer }) => (timer === null ? [] : [timer]));

const sent = ({ happened }: ScenarioWorld): readonly string[] =>
  happened.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === 'message.send' || effect.type === 'signal.send' ? [effect.name] : [])),
  );

function differ(what: string, expected: readonly string[] | undefined, actual: readonly string[]): string | null {
  if (expected === undefined || expected.join('\n') === actual.join('\n')) return null;
  return `${what}应当是 ${expected.join('、') || '没有'}，实际是 ${actual.join('、') || '没有'}`;
}

/** A node is named once, or as often as tokens wait there. */
function misplaced(world: ScenarioWorld, expected: readonly string[] | undefined): string | null {
  if (expected === undefined) return null;
  const actual = standingIds(world.marking);
  const once = new Set(expected).size === expected.length;
  const should = [...expected].sort();
  const is = (once ? [...new Set(actual)] : [...actual]).sort();
  if (should.join('\n') === is.join('\n')) return null;
  return `应当停在 ${should.join('、') || '结束'}，实际停在 ${standing(world.workflow, world.marking)}`;
}
