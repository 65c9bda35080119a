import type { TaskCondition } from './ability.js';
import type { Actor, Deputyship } from './actor.js';

const covers = ({ keys }: Deputyship, definitionKey: string): boolean => keys === null || keys.includes(definitionKey);

/** Everybody for whom the actor may act in flows of this key, the actor not included. */
export const principalsIn = (actor: Actor, definitionKey: string): string[] => [
  ...new Set(actor.deputyFor.filter((rule) => covers(rule, definitionKey)).map((rule) => rule.personId)),
];

/**
 * On whose behalf the actor would act on a task with these candidates: the actor's own id before anybody else's, then
 * the first of those who are away; null when the task is for none of them.
 */
export function principalFor(actor: Actor, candidateIds: readonly string[], definitionKey: string): string | null {
  if (candidateIds.includes(actor.personId)) return actor.personId;
  return principalsIn(actor, definitionKey).find((personId) => candidateIds.includes(personId)) ?? null;
}

/** Whom the actor stands in for whatever the flow is. */
export const deputyWhole = ({ deputyFor }: Actor): string[] => [
  ...new Set(deputyFor.filter(({ keys }) => keys === null).map(({ personId }) => personId)),
];

type InFlows = Deputyship & { readonly keys: readonly string[] };

/** Whom the actor stands in for in chosen flows only. */
export const deputyInFlows = ({ deputyFor }: Actor): InFlows[] =>
  deputyFor.filter((rule): rule is InFlows => rule.keys !== null);

/** The tasks that the actor may do for others, as conditions of which one must hold: a matter is open to whom its task is. */
export function deputyTasks(actor: Actor): TaskCondition[] {
  const whole = deputyWhole(actor);
  return [
    ...(whole.length > 0 ? [{ candidateIds: { $in: whole } }] : []),
    ...deputyInFlows(actor).map(({ personId, keys }) => ({
      candidateIds: { $in: [personId] },
      definitionKey: { $in: [...keys] },
    })),
  ];
}

/** Drafts are open to a deputy only while the one who is away would be writing them. */
export const OPEN_DRAFTING = { purpose: 'draft', status: 'open' } as const;
