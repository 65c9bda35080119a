import type { ArmedTimer, Completed, Incident, LoopState } from './marking.js';

// Parts of a marking with their members in a fixed order: a database may give them back in another, and equal standings
// must have equal text.

export const loopOf = ({ total, started, completed, terminated, results, items }: LoopState): LoopState => ({
  ...(total !== undefined && { total }),
  started,
  completed,
  ...(terminated !== undefined && { terminated }),
  ...(results !== undefined && { results }),
  ...(items !== undefined && { items }),
});

export const armedOf = ({ node, on, dueAt, trigger, left, from }: ArmedTimer): ArmedTimer => ({
  node,
  on,
  dueAt,
  ...(trigger !== undefined && { trigger }),
  ...(left !== undefined && { left }),
  ...(from !== undefined && { from }),
});

export const incidentOf = ({ nodeId, token, code, message, cure }: Incident): Incident => ({
  nodeId,
  token,
  code,
  message,
  cure,
});

export const completedOf = ({ node, inside, data }: Completed): Completed => ({
  node,
  ...(inside !== undefined && { inside: inside.map(completedOf) }),
  ...(data !== undefined && { data }),
});

/** The members of a record in the order of their names. */
export const byName = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
