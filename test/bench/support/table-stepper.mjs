// What a careful programmer writes by hand for this one flow: it does for stage-result what the engine does for every
// flow (refuses what does not fit, merges variables, keeps what was passed, says what to do) and knows nothing else.

/**
 * @typedef {Record<string, unknown>} Variables
 * @typedef {{ status: 'running' | 'completed', at: string | null, visited: readonly string[], variables: Variables,
 *   outcome: string | null }} State
 * @typedef {{ type: 'complete', nodeId: string, variables: Variables }} Event
 * @typedef {{ type: string, nodeId?: string, elementId?: string, outcome?: string }} Effect
 * @typedef {{ passes: readonly string[], to: string, ends?: string }} Way
 */

/** @type {Readonly<Record<string, (variables: Variables) => Way>>} */
const table = {
  draft: () => ({ passes: ['to-submitted', 'submitted'], to: 'submitted' }),
  submitted: () => ({ passes: ['to-review', 'review'], to: 'review' }),
  review: ({ verdict }) =>
    verdict === 'return'
      ? { passes: ['to-decision', 'decision', 'sent-back', 'returned'], to: 'returned' }
      : { passes: ['to-decision', 'decision', 'passed', 'accepted'], to: 'accepted', ends: 'accepted' },
  returned: () => ({ passes: ['resubmitted', 'review'], to: 'review' }),
};

const FLOWS = new Set(['to-submitted', 'to-review', 'to-decision', 'sent-back', 'passed', 'resubmitted']);

/** @returns {State} */
export const begin = () => ({
  status: 'running',
  at: 'draft',
  visited: ['start', 'draft'],
  variables: { form: {}, verdict: null },
  outcome: null,
});

/**
 * @param {State} state @param {Event} event
 * @returns {{ ok: true, value: { state: State, effects: readonly Effect[] } } | { ok: false, code: string }}
 */
export function step(state, event) {
  if (state.status === 'completed') return { ok: false, code: 'completed' };
  const way = table[event.nodeId];
  if (way === undefined) return { ok: false, code: 'unknown-node' };
  if (state.at !== event.nodeId) return { ok: false, code: 'not-active' };
  const variables = { ...state.variables, ...event.variables };
  const { passes, to, ends } = way(variables);
  /** @type {Effect[]} */
  const effects = [{ type: 'task.close', nodeId: event.nodeId }];
  const visited = [...state.visited];
  for (const elementId of passes) {
    effects.push({ type: 'pass', elementId });
    if (!FLOWS.has(elementId) && !visited.includes(elementId)) visited.push(elementId);
  }
  effects.push(ends === undefined ? { type: 'task.open', nodeId: to } : { type: 'end', nodeId: to, outcome: ends });
  /** @type {State} */
  const next =
    ends === undefined
      ? { status: 'running', at: to, visited, variables, outcome: null }
      : { status: 'completed', at: null, visited, variables, outcome: ends };
  return { ok: true, value: { state: next, effects } };
}
