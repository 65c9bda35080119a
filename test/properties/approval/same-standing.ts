import type { Sitting, Standing } from '@chengban/domain';

type Marking = Standing['marking'];

/** Where everything stands, without what time and data make of it: timers begin anew, what was filled in stays. */
export function placesOf({
  status,
  active,
  tokens,
  scopes = [],
  root = {},
  incidents = [],
  compensations = [],
}: Marking) {
  const resting = incidents.map(({ nodeId, token, code }) => `${nodeId} ${token} ${code}`).sort();
  const inside = scopes.map((each) => {
    const { data: _, ...scope } = each;
    return scope;
  });
  return { status, active, tokens, scopes: inside, root, resting, compensations };
}

/** Who decides where and what they have said, without who holds it. */
export const seatsOf = ({ nodeId, token, seats }: Sitting) => ({
  nodeId,
  token,
  seats: seats.map(({ id, status, decision, asked, delegations = [] }) => ({
    id,
    status,
    decision: decision === undefined ? null : [decision.verb, decision.by, decision.at],
    asked: asked?.group ?? 0,
    delegations: delegations.length,
  })),
});

export const standsAs = (standing: Standing) => ({
  places: placesOf(standing.marking),
  sittings: standing.sittings.map(seatsOf),
  // steps that do not depend on each other may have changed places
  trail: standing.trail
    .map(({ footprint, sitting, verb }) => [footprint.left, sitting?.nodeId ?? '', verb ?? ''].join())
    .sort(),
  asides: standing.asides.map(({ token, nodeId, direct, by }) => [token, nodeId, direct, by]).sort(),
});

export function mustBeSame(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found, null, 1), JSON.stringify(expected, null, 1)];
  if (is === should) return;
  const [left, right] = [is.split('\n'), should.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  throw new Error(
    `${what}\nis:\n${left.slice(Math.max(0, at - 12), at + 14).join('\n')}\nshould be:\n${right.slice(Math.max(0, at - 12), at + 14).join('\n')}`,
  );
}
