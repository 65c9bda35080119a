import type { FlowModel, Scope, SubProcess } from '../../../bpmn/model.js';
import { scopesOf } from '../../../bpmn/walk.js';
import type { Channels } from './channels.js';
import type { Vertex } from '../graph/graph.js';
import { Moves } from '../explore/moves.js';
import type { Net, Tokens } from '../explore/net.js';
import type { Analyses } from '../counterexample/playing.js';
import type { ScopeAnalysis } from '../scope-analysis.js';
import type { Setting } from '../drawing/setting.js';

/** A scope that is played token by token: a process that takes part in the exchange, or a sub-process in which one talks. */
export interface Part {
  readonly at: number;
  readonly setting: Setting;
  readonly analysis: ScopeAnalysis;
  readonly net: Net;
  readonly moves: Moves;
  /** part in whose place `hostPlace` this one runs; null for a process */
  readonly around: Part | null;
  readonly hostPlace: number;
  readonly inner: Part[];
  /** something may end the scope while others in it are on their way */
  readonly cutShort: boolean;
}

/**
 * The scopes to play side by side, outer ones first. What nobody talks in stays one step of its scope. Null when a
 * message goes to or from a place that is not followed: an event sub-process, a repeated or called one.
 */
export function partsOf(
  model: FlowModel,
  channels: Channels,
  settings: readonly Setting[],
  analyses: Analyses,
): readonly Part[] | null {
  if (!channels.clear) return null;
  const talking = (scope: Scope): boolean =>
    scope.nodes.some(
      (node) =>
        channels.sends.has(node.id) ||
        channels.receives.has(node.id) ||
        (node.kind === 'subProcess' && talking(node.scope)),
    );
  const called = calledIn(model);
  const parts: Part[] = [];
  for (const setting of settings) {
    if (!talking(setting.scope)) continue;
    const around = parts.find(({ setting: { scope } }) => scope === setting.around?.scope) ?? null;
    const part = partOf(setting, around, parts.length, analyses);
    if (part === null || called.has(setting.scope.id) || !isFollowed(part, channels)) return null;
    around?.inner.push(part);
    parts.push(part);
  }
  return parts;
}

function partOf(setting: Setting, around: Part | null, at: number, analyses: Analyses): Part | null {
  const analysis = analyses.of(setting.scope.id);
  if (analysis === undefined || analysis.net === null) return null;
  const { net } = analysis;
  const hostPlace = around === null || setting.host === null ? -1 : placeOf(around.net, setting.host);
  if (hostPlace === undefined) return null;
  const vertices = [...net.graph.vertices.values()];
  const cutShort = around !== null || vertices.some(({ leaves, kind }) => leaves.length > 0 || isTimely(kind));
  return { at, setting, analysis, net, moves: new Moves(net), around, hostPlace, inner: [], cutShort };
}

/** What these do depends on where all other tokens are. */
const isTimely = (kind: Vertex['kind']): boolean => kind === 'meet' || kind === 'complex';

function placeOf({ graph, vertexPlaces }: Net, { id }: SubProcess): number | undefined {
  const core = [...graph.vertices.values()].find((vertex) => vertex.stays === id);
  return core && vertexPlaces.get(core.id);
}

function isFollowed({ setting: { scope, host, kind, index }, net }: Part, { receives }: Channels): boolean {
  // an instance that begins with one of several messages, and a message for which two nodes wait at once
  const odd = scope.nodes.some(
    (node) =>
      (node.kind === 'eventBasedGateway' && node.instantiate) ||
      (node.kind === 'receiveTask' &&
        receives.has(node.id) &&
        index.boundaries(node.id).length > 0 &&
        index.incoming(node.id).some(({ source }) => index.nodes.get(source)?.kind === 'eventBasedGateway')),
  );
  if (odd || host === null) return !odd;
  const once = host.loop === null && host.startQuantity === 1 && host.completionQuantity === 1;
  return kind === 'embedded' && !host.forCompensation && once && staysInside(net);
}

/** Nothing thrown inside goes out of the sub-process. */
const staysInside = ({ graph }: Net): boolean =>
  [...graph.vertices.values()].every(
    ({ leaves, emits }) => emits.length === 0 && leaves.every(({ kind }) => kind === 'terminate'),
  );

const calledIn = (model: FlowModel): ReadonlySet<string> =>
  new Set(
    scopesOf(model).flatMap(({ nodes }) =>
      nodes.flatMap((node) => (node.kind === 'callActivity' && node.called !== null ? [node.called] : [])),
    ),
  );

/** A join, or an activity that gathers the tokens it needs: nobody has to act. */
export const gathers = ({ net }: Part, id: number, tokens: Tokens): boolean => {
  const { kind } = net.graph.vertex(id);
  return kind === 'join' || kind === 'meet' || kind === 'complex' || !tokens.includes(net.vertexPlaces.get(id) ?? -1);
};
