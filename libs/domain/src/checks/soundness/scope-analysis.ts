import { reachableFrom } from '../reach.js';
import { actsTo } from './explore/acts-to.js';
import { explore } from './explore/explore.js';
import type { Exploration, ExploreOptions } from './explore/explore.js';
import { foldFragments } from './fold/fold-fragments.js';
import type { Act, Graph, Leave, Vertex } from './graph/graph.js';
import { graphOfScope } from './drawing/graph-of-scope.js';
import type { ScopeGraph } from './drawing/graph-of-scope.js';
import { Net } from './explore/net.js';
import { nodesBeforeRest, nodesIn, wayTo } from './graph/nodes-in.js';
import { reduce } from './fold/reduce.js';
import { confirmed } from './counterexample/confirmed.js';
import type { FoundTrouble } from './counterexample/confirmed.js';
import type { ScopeDrawing } from './drawing/scope-drawing.js';
import { isInFlow } from './drawing/setting.js';
import type { Outcome, Setting } from './drawing/setting.js';
import { sameLeave } from './graph/way.js';

export interface ScopeAnalysis {
  readonly setting: Setting;
  /** why not every run could be seen; null when all were */
  readonly unknown: 'too-large' | 'too-many-markings' | 'conditions' | 'unsupported' | null;
  readonly troubles: readonly FoundTrouble[];
  /** whether the end can be reached from everywhere even where a second token runs about; null when that is not known */
  readonly completes: boolean | null;
  readonly never: readonly string[];
  /** nodes that the drawing leads to */
  readonly drawn: readonly string[];
  /** whether some run comes to the node, as far as is known */
  reaches(nodeId: string): boolean;
  readonly outcomes: readonly Outcome[];
  /** the drawing itself, for playing acts; null when nothing starts */
  readonly net: Net | null;
  /** the acts that lead to the scope's completion or leaving, or to a node in it */
  wayOut(leave: Leave | null): readonly Act[] | null;
  wayTo(nodeId: string): readonly Act[] | null;
}

/** Nodes of a scope beyond which it is not looked at. */
const MOST_NODES = 5_000;
/** Markings looked at before pieces are explored one by one. */
const MOST_AT_FIRST = 2_000;
/** Markings of the drawing itself looked at before it is folded. */
const MOST_AT_ONCE = 6_000;

/** @param rescued an event from outside can end the scope at any time */
export function analyseScope(setting: Setting, outcomesOf: ScopeDrawing['outcomes'], rescued: boolean): ScopeAnalysis {
  const { nodes } = setting.scope;
  if (nodes.length > MOST_NODES) return unseen(setting, 'too-large');
  if (nodes.some((node) => node.kind === 'unsupported')) return unseen(setting, 'unsupported');
  const draw = (): ScopeGraph | null => graphOfScope(setting, outcomesOf);
  const drawn = draw();
  if (drawn === null) return { ...unseen(setting, null), completes: true, never: nodes.map((node) => node.id) };
  const folded = draw() ?? drawn;
  const plain = new Net(drawn.graph, drawn.first, null);
  reduce(folded.graph);
  let seen = seeAll(folded, { most: MOST_AT_FIRST });
  if (!seen.exploration.complete) {
    const [before, doubled] = [folded.graph.vertices.size, seen.exploration.twice.length > 0];
    foldFragments(folded.graph, folded.first);
    // where a second token was found the rest is looked at less long, and not again when it is still the same
    if (!doubled || folded.graph.vertices.size < before) seen = seeAll(folded, doubled ? { most: MOST_AT_ONCE } : {});
  }
  let unknown: ScopeAnalysis['unknown'] = seen.exploration.complete ? null : 'too-many-markings';
  let found = confirmed(plain, seen.net, seen.exploration);
  if (!found.all) {
    // some trouble only happens against the conditions, or was not told exactly: look again, following everything
    seen = followed(drawn, draw() ?? drawn);
    found = confirmed(plain, seen.net, seen.exploration);
    unknown = seen.exploration.complete && found.all ? null : 'conditions';
  }
  const troubles = found.real;
  const { exploration, graph, net } = seen;
  const drawnNodes = reachable(setting);
  const acted = nodesOf([...exploration.acted.keys()].map((id) => graph.vertex(id)));
  for (const id of exploration.entered) nodesBeforeRest(graph.vertex(id).body, acted);
  return {
    setting,
    unknown,
    troubles,
    completes: completesBeyond(folded, troubles, unknown),
    never: exploration.complete ? drawnNodes.filter((id) => !acted.has(id)) : [],
    drawn: drawnNodes,
    reaches: (nodeId) => !exploration.complete || acted.has(nodeId),
    outcomes: outcomesOfRuns(setting, exploration, rescued),
    net: plain,
    wayOut: (leave) => {
      const final = exploration.finals.find((each) =>
        leave === null
          ? each.leave === null || each.leave.kind === 'terminate'
          : each.leave !== null && sameLeave(each.leave, leave),
      );
      return final === undefined ? null : actsTo(net, final.state, final.last);
    },
    wayTo: (nodeId) => {
      for (const [id, state] of exploration.acted) {
        const vertex = graph.vertex(id);
        const parts = [...(vertex.body ? [vertex.body] : []), ...vertex.extra];
        const inside =
          vertex.nodeId === nodeId && vertex.body === null
            ? []
            : parts.map((part) => wayTo(part, nodeId)).find((way) => way !== null);
        if (inside !== undefined && inside !== null) return [...actsTo(net, state, null), ...inside];
      }
      return null;
    },
  };
}

/** Nodes that the drawing leads to, in the order of the drawing. What has a way of its own (compensation, event sub-processes) is left out. */
function reachable({ scope, index }: Setting): readonly string[] {
  const events = scope.nodes.filter(
    (node) => node.kind === 'startEvent' || ('instantiate' in node && node.instantiate),
  );
  const loose = scope.nodes.filter((node) => index.incoming(node.id).length === 0 && node.kind !== 'boundaryEvent');
  const starts = events.length > 0 ? events : loose;
  const reached = reachableFrom(
    starts.map((node) => node.id),
    index,
  );
  return scope.nodes.filter((node) => reached.has(node.id) && isInFlow(node)).map((node) => node.id);
}

const asks = ({ graph }: ScopeGraph, vertex: Vertex): boolean =>
  graph.outOf(vertex).some((edge) => edge.requires.length > 0);

interface Seen {
  readonly graph: Graph;
  readonly net: Net;
  readonly exploration: Exploration;
}

function seeAll({ graph, first }: ScopeGraph, options: ExploreOptions): Seen {
  const net = new Net(graph, first, null);
  return { graph, net, exploration: explore(net, options) };
}

/** Every marking with what is known of the conditions in it: of the drawing itself, or, when that is too much, folded where nothing is asked. */
function followed(drawn: ScopeGraph, again: ScopeGraph): Seen {
  const seen = seeAll(drawn, { withFacts: true, most: MOST_AT_ONCE });
  if (seen.exploration.complete) return seen;
  reduce(again.graph, (vertex) => asks(again, vertex));
  return seeAll(again, { withFacts: true });
}

function completesBeyond(
  folded: ScopeGraph,
  troubles: readonly FoundTrouble[],
  unknown: ScopeAnalysis['unknown'],
): boolean | null {
  if (troubles.some(({ kind }) => kind === 'stuck' || kind === 'endless')) return false;
  if (!troubles.some(({ kind }) => kind === 'twice')) return unknown === null ? true : null;
  const { dead, endless, complete } = seeAll(folded, { beyond: true, most: MOST_AT_FIRST }).exploration;
  if (dead.length + endless.length > 0) return false;
  return complete ? true : null;
}

/** A terminate end completes the scope; in a process nothing lies further out. */
function outcomesOfRuns(
  { kind }: Setting,
  { finals, told, dead, endless, twice, complete }: Exploration,
  rescued: boolean,
): readonly Outcome[] {
  const outcomes = finals.map((final): Outcome => ({
    leave: final.leave?.kind === 'terminate' ? null : final.leave,
    told: new Set(final.told),
  }));
  // where something is wrong inside, what comes behind is looked at as if it were mended
  const mended = (!rescued && dead.length + endless.length > 0) || twice.length > 0 || !complete;
  if (mended && !outcomes.some(({ leave }) => leave === null))
    outcomes.push({ leave: null, told }, { leave: null, told: new Set() });
  return kind === 'adHoc' ? [...outcomes, { leave: null, told: new Set() }] : outcomes;
}

function nodesOf(vertices: Iterable<Vertex>): Set<string> {
  const nodes = new Set<string>();
  for (const { nodeId, body, extra } of vertices) {
    nodes.add(nodeId);
    nodesIn(body === null ? extra : [body, ...extra], nodes);
  }
  return nodes;
}

const unseen = (setting: Setting, unknown: ScopeAnalysis['unknown']): ScopeAnalysis => ({
  setting,
  unknown,
  troubles: [],
  completes: null,
  never: [],
  drawn: [],
  reaches: () => unknown !== null,
  outcomes: [{ leave: null, told: new Set() }],
  net: null,
  wayOut: () => [],
  wayTo: () => null,
});
