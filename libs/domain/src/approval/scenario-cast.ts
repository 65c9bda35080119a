import type { Seated, Seater } from './candidates/seater.js';
import { isPersonStep, isTaskStep, personOf } from './scenario.js';
import type { Scenario, TaskStep } from './scenario.js';

/**
 * Who decides at the tasks of a scenario: those whom it names for the node; else everybody who acts in it, with a seat
 * each for those who act there where several decide.
 */
export function castOf({ steps, people = {} }: Scenario): Seater {
  const acting = steps.filter(isPersonStep);
  const everybody = acting.length === 0 ? ['办理人'] : [...new Set(acting.map(personOf))];
  return ({ node }): readonly Seated[] => {
    const named = people[node.id];
    if (node.seats === undefined || node.purpose === 'draft') return [{ candidateIds: named ?? everybody }];
    const seated = named ?? seatedAt(acting.filter(isTaskStep), node.id);
    return (seated.length > 0 ? seated : everybody.slice(0, 1)).map((person) => ({ candidateIds: [person] }));
  };
}

/** Those who act at a node, but whom somebody has brought in there before. */
function seatedAt(steps: readonly TaskStep[], nodeId: string): readonly string[] {
  const seated = new Set<string>();
  const broughtIn = new Set<string>();
  for (const step of steps) {
    if (step.at !== nodeId) continue;
    if (!broughtIn.has(personOf(step))) seated.add(personOf(step));
    const passedOn = step.do === 'transfer' || step.do === 'delegate' ? [step.to ?? ''] : [];
    for (const person of [...(step.with ?? []), ...passedOn]) broughtIn.add(person);
  }
  return [...seated];
}
