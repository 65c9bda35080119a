import type { Calendar } from '../calendar/calendar.js';
import { noticeCalendar } from '../calendar/notices.js';
import type { CompiledFlow } from '../compile/compiled-flow.js';
import { eachKey, stateKey } from '../compile/machine-json.js';
import { triggersOf } from './arm.js';
import { Macrosteps } from './macrosteps.js';
import { reachOf } from './reach.js';
import { continuingNodes } from './terms.js';
import type { Reach } from './reach.js';

/** A flow ready to step. Keep it in memory under the definition's hash; it holds no instance's state. */
export interface Workflow {
  readonly compiled: CompiledFlow;
  /** when given to `loadWorkflow`, markings of any other definition are refused */
  readonly definitionHash: string | null;
  readonly machines: ReadonlyMap<string, Macrosteps>;
  /** state key → node, for the states of nodes and of their loops */
  readonly nodeOfState: ReadonlyMap<string, string>;
  /** position of a node in the drawing, for a canonical order */
  readonly order: ReadonlyMap<string, number>;
  /** whether any event waits for a condition */
  readonly conditional: boolean;
  /** whether any place asks for messages with a key */
  readonly correlated: boolean;
  /** nodes whose term goes on when their task opens again */
  readonly continuing: readonly string[];
  readonly reach: Reach;
  /** by which its timers count working days; another city's: `{ ...workflow, calendar }` */
  readonly calendar: Calendar;
}

/** Compiled JSON → ready to step. Cheap: no XML, no checks, machines are made when they are first needed. */
export function loadWorkflow(compiled: CompiledFlow, definitionHash?: string): Workflow {
  const nodeOfState = new Map<string, string>();
  const order = new Map<string, number>();
  let conditional = false;
  let correlated = false;
  for (const [id, node] of Object.entries(compiled.nodes)) {
    order.set(id, order.size);
    nodeOfState.set(stateKey(id), id);
    if (node.loop) nodeOfState.set(eachKey(id), id);
    conditional ||= (node.triggers ?? []).some((trigger) => trigger.kind === 'conditional');
    correlated ||= triggersOf(node).some((trigger) => trigger.kind === 'message' && trigger.correlation !== null);
  }
  const machines = new Map(Object.entries(compiled.machines).map(([id, json]) => [id, new Macrosteps(json)]));
  return {
    compiled,
    definitionHash: definitionHash ?? null,
    machines,
    nodeOfState,
    order,
    conditional,
    correlated,
    continuing: continuingNodes(compiled),
    reach: reachOf(compiled),
    calendar: noticeCalendar(),
  };
}
