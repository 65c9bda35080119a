import type { FlowNode, SequenceFlow } from '../../../bpmn/model.js';
import { assertNever } from '../../../shared/assert-never.js';
import { drawActivity } from './draw-activity.js';
import { drawCatch, drawEnd, drawStart, drawThrow } from './draw-event.js';
import { arrivalOf, drawGateway, requirements, textOf } from './draw-gateway.js';
import { Graph } from '../graph/graph.js';
import type { Act, Edge, Vertex } from '../graph/graph.js';
import { actOf, chosen } from './scope-drawing.js';
import type { Ends, ScopeDrawing } from './scope-drawing.js';
import type { Setting } from './setting.js';

/** A scope as a graph of simple steps and gateways that do one thing each; the first edge is where its token starts. */
export interface ScopeGraph {
  readonly graph: Graph;
  readonly first: Edge;
}

/** Null when nothing in the scope starts by itself. */
export function graphOfScope(setting: Setting, outcomes: ScopeDrawing['outcomes']): ScopeGraph | null {
  const drawing: ScopeDrawing = { setting, graph: new Graph(), outcomes, entries: new Map(), exits: new Map() };
  for (const node of setting.scope.nodes) {
    const ends = drawNode(drawing, node);
    if (ends === null) continue;
    drawing.entries.set(node.id, ends.entry);
    if (ends.exit !== null) drawing.exits.set(node.id, ends.exit);
  }
  for (const node of setting.scope.nodes) drawFlows(drawing, node);
  const first = drawStarts(drawing);
  if (first !== null) {
    forgetUnreached(drawing.graph, first);
    forgetRepeated(drawing.graph, first);
  }
  return first && { graph: drawing.graph, first };
}

function drawNode(drawing: ScopeDrawing, node: FlowNode): Ends | null {
  switch (node.kind) {
    case 'startEvent':
      return drawStart(drawing, node);
    case 'endEvent':
      return drawEnd(drawing, node);
    case 'intermediateCatchEvent':
      return drawCatch(drawing, node);
    case 'intermediateThrowEvent':
      return drawThrow(drawing, node);
    case 'boundaryEvent':
    case 'unsupported':
      return null;
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'eventBasedGateway':
    case 'complexGateway':
      return drawGateway(drawing, node);
    case 'subProcess':
    case 'userTask':
    case 'task':
    case 'manualTask':
    case 'serviceTask':
    case 'sendTask':
    case 'receiveTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'callActivity': {
      const beside = node.forCompensation || (node.kind === 'subProcess' && node.variant === 'event');
      return beside ? null : drawActivity(drawing, node);
    }
    default:
      return assertNever(node);
  }
}

function drawFlows(drawing: ScopeDrawing, node: FlowNode): void {
  const { graph, setting, entries, exits } = drawing;
  const from = exits.get(node.id);
  if (from === undefined) return;
  const flows = setting.index.outgoing(node.id);
  for (const flow of flows) {
    const to = entries.get(flow.target);
    if (to !== undefined) graph.connect(from, to, flowEdge(drawing, node, from, flow, flows));
  }
  const link = node.kind === 'intermediateThrowEvent' && node.triggers.find((trigger) => trigger.kind === 'link');
  if (!link) return;
  for (const target of setting.scope.nodes) {
    const same =
      target.kind === 'intermediateCatchEvent' &&
      target.triggers.some((each) => each.kind === 'link' && each.name === link.name);
    const to = same ? entries.get(target.id) : undefined;
    if (to !== undefined) graph.connect(from, to);
  }
}

function flowEdge(
  drawing: ScopeDrawing,
  node: FlowNode,
  from: Vertex,
  flow: SequenceFlow,
  flows: readonly SequenceFlow[],
): Partial<Edge> {
  const fallback = 'defaultFlow' in node ? node.defaultFlow : null;
  if (node.kind === 'eventBasedGateway') return from.kind === 'choice' ? (arrivalOf(drawing, flow) ?? {}) : {};
  if (from.kind === 'choice') return { ...chosen(flow), requires: requirements(flows, flow, fallback) };
  if (from.kind !== 'some') return {};
  const text = textOf(flow);
  // without any condition the drawing is unfinished: every choice is possible
  const asked = flows.some((each) => textOf(each) !== null);
  return {
    ...chosen(flow),
    requires: text === null ? [] : [{ text, holds: true }],
    always: asked && text === null && flow.id !== fallback,
    fallback: flow.id === fallback,
  };
}

/** Where tokens appear (§13.3.1, §13.3.4, §13.3.5): at one of the start events, or at everything that nothing leads to. */
function drawStarts(drawing: ScopeDrawing): Edge | null {
  const { graph, setting, entries } = drawing;
  const { nodes } = setting.scope;
  const source = graph.add('start', setting.scope.id);
  const opens = (node: FlowNode): boolean => {
    if (node.kind === 'startEvent') return setting.kind !== 'embedded' || node.triggers.length === 0;
    return (node.kind === 'receiveTask' || node.kind === 'eventBasedGateway') && node.instantiate;
  };
  const events = nodes.filter((node) => opens(node) && entries.has(node.id));
  const loose = nodes.filter(
    (node) =>
      entries.has(node.id) &&
      node.kind !== 'startEvent' &&
      setting.index.incoming(node.id).length === 0 &&
      !isLinked(node),
  );
  const starts = events.length > 0 ? events : nodes.some((node) => node.kind === 'startEvent') ? [] : loose;
  if (starts.length === 0) return null;
  const gate = graph.add(events.length > 0 ? 'choice' : 'fork', setting.scope.id);
  const first = graph.connect(source, gate);
  for (const node of starts) graph.connect(gate, openTo(drawing, entryOf(drawing, node)), { act: startingAct(node) });
  return first;
}

/** A start that a flow leads back to is entered in two ways, as only a merge is. */
function openTo({ graph }: ScopeDrawing, entry: Vertex): Vertex {
  if (entry.in.length === 0 || entry.kind === 'merge') return entry;
  const merge = graph.add('merge', entry.nodeId);
  for (const edge of graph.into(entry)) graph.retarget(edge, merge);
  graph.connect(merge, entry);
  return merge;
}

/** A plain start happens by itself; any other is somebody's doing. */
function startingAct(node: FlowNode): Act | null {
  if (node.kind === 'startEvent') return node.triggers.length > 0 ? actOf(node) : null;
  return node.kind === 'receiveTask' && node.instantiate ? { nodeId: node.id, act: 'message' } : null;
}

function entryOf({ entries }: ScopeDrawing, node: FlowNode | undefined): Vertex {
  const entry = node && entries.get(node.id);
  if (entry === undefined) throw new Error('a start that was not drawn');
  return entry;
}

const isLinked = (node: FlowNode): boolean =>
  node.kind === 'intermediateCatchEvent' && node.triggers.some((trigger) => trigger.kind === 'link');

/** What no flow leads to is not there; only joins still have the flow that comes from it. */
function forgetUnreached(graph: Graph, first: Edge): void {
  const there = reached(graph, [graph.source(first)], () => true);
  const nowhere = graph.add('simple', graph.source(first).nodeId);
  for (const vertex of graph.vertices.values()) {
    if (there.has(vertex) || vertex === nowhere) continue;
    for (const edge of graph.outOf(vertex)) {
      const { kind } = graph.target(edge);
      const waits = (kind === 'join' || kind === 'meet' || kind === 'complex') && there.has(graph.target(edge));
      if (waits) graph.resource(edge, nowhere);
      else graph.cut(edge);
    }
    for (const edge of graph.into(vertex)) graph.cut(edge);
    graph.drop(vertex);
  }
}

/** Several tokens are meant behind a non-interrupting event and behind an activity that leaves several behind. */
function forgetRepeated(graph: Graph, first: Edge): void {
  const once = reached(graph, [graph.source(first)], (edge) => !edge.spawned);
  const many = [...graph.vertices.values()].filter((vertex) => vertex.yields > 1);
  const repeated = reached(graph, many, () => true);
  for (const vertex of graph.vertices.values()) {
    if (once.has(vertex) && (!repeated.has(vertex) || many.includes(vertex))) continue;
    vertex.many = true;
    vertex.rests = null;
    vertex.endsOnce = false;
  }
}

function reached(graph: Graph, from: readonly Vertex[], follows: (edge: Edge) => boolean): ReadonlySet<Vertex> {
  const seen = new Set(from);
  for (const vertex of seen) for (const edge of graph.outOf(vertex)) if (follows(edge)) seen.add(graph.target(edge));
  return seen;
}
