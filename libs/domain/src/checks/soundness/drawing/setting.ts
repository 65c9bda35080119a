import type {
  BoundaryEvent,
  FlowModel,
  FlowNode,
  Scope,
  StartEvent,
  SubProcess,
  Trigger,
} from '../../../bpmn/model.js';
import { indexScope } from '../../../bpmn/walk.js';
import type { FlowIndex } from '../../../bpmn/walk.js';
import type { Leave } from '../graph/graph.js';

type ScopeKind = 'process' | SubProcess['variant'];

/** A scope with what lies around it, as far as errors and escalations need to know. */
export interface Setting {
  readonly scope: Scope;
  readonly kind: ScopeKind;
  readonly index: FlowIndex;
  /** the sub-process whose inside this is; null for a process */
  readonly host: SubProcess | null;
  readonly around: Setting | null;
}

/** How the inside of an activity can come to its end, with the codes of the escalations it has told of by then. */
export interface Outcome {
  /** null: completes */
  readonly leave: Leave | null;
  readonly told: ReadonlySet<string>;
}

/** Every scope of the file, processes and global tasks first, each followed (not directly) by what lies inside it. */
export function settingsOf(model: FlowModel): readonly Setting[] {
  const settings: Setting[] = [model.root, ...model.others.map((each) => each.root)].map((scope) => ({
    scope,
    kind: 'process',
    index: indexScope(scope),
    host: null,
    around: null,
  }));
  // the list grows while it is walked
  for (const around of settings) {
    for (const host of around.scope.nodes) {
      if (host.kind !== 'subProcess') continue;
      settings.push({ scope: host.scope, kind: host.variant, index: indexScope(host.scope), host, around });
    }
  }
  return settings;
}

/** Events that nobody inside has to throw: they may come at any time. */
export const comesFromOutside = (trigger: Trigger): boolean =>
  trigger.kind === 'message' || trigger.kind === 'signal' || trigger.kind === 'timer' || trigger.kind === 'conditional';

export const eventSubProcesses = ({ scope }: Setting): readonly SubProcess[] =>
  scope.nodes.filter((node): node is SubProcess => node.kind === 'subProcess' && node.variant === 'event');

export const startOf = (eventSubProcess: SubProcess): StartEvent | null =>
  eventSubProcess.scope.nodes.find((node): node is StartEvent => node.kind === 'startEvent') ?? null;

/** Boundary events that take part in the flow; compensation has its own way (§10.6). */
export const boundariesOf = (node: FlowNode, { index }: Setting): readonly BoundaryEvent[] =>
  index
    .boundaries(node.id)
    .filter(
      (event): event is BoundaryEvent =>
        event.kind === 'boundaryEvent' && !event.triggers.some((trigger) => trigger.kind === 'compensation'),
    );

/** §10.5.6: an event without a code catches every error or escalation. */
export const catches = (triggers: readonly Trigger[], { kind, code }: Leave): boolean =>
  triggers.some((trigger) => {
    if (trigger.kind === 'cancel') return kind === 'cancel';
    if (trigger.kind !== 'error' && trigger.kind !== 'escalation') return false;
    return trigger.kind === kind && (trigger.code === null || trigger.code === code);
  });

/** Of the events on one activity: the one that names the code, else one that catches every code. */
export function catcher(leave: Leave, boundaries: readonly BoundaryEvent[]): BoundaryEvent | undefined {
  const all = boundaries.filter((event) => catches(event.triggers, leave));
  const named = all.find(({ triggers }) =>
    triggers.some((trigger) => 'code' in trigger && trigger.code === leave.code),
  );
  return named ?? all[0];
}

/**
 * Whether the escalation ends what throws it: the nearest catcher, going outwards, decides. 'none' when nobody listens,
 * which a called process cannot know and the caller then finds out.
 */
export function escalationEnds(setting: Setting, code: string | null): 'yes' | 'no' | 'none' {
  const leave: Leave = { kind: 'escalation', code };
  for (let at: Setting = setting, inHandler = false; ;) {
    const handler = inHandler ? undefined : handlerOf(at, leave);
    if (handler !== undefined) return startOf(handler)?.interrupting === true ? 'yes' : 'no';
    if (at.host === null || at.around === null) return 'none';
    const boundary = catcher(leave, boundariesOf(at.host, at.around));
    if (boundary !== undefined) return boundary.interrupting ? 'yes' : 'no';
    inHandler = at.kind === 'event';
    at = at.around;
  }
}

/** The event sub-process of the scope that takes up what is thrown in it. */
export const handlerOf = (setting: Setting, leave: Leave): SubProcess | undefined =>
  eventSubProcesses(setting).find((each) => catches(startOf(each)?.triggers ?? [], leave));

/** Takes part in the flow of tokens: no compensation, no event sub-process, no thrown event that others check. */
export function isInFlow(node: FlowNode): boolean {
  if (node.kind === 'boundaryEvent') return node.triggers.some(comesFromOutside);
  if ('forCompensation' in node && node.forCompensation) return false;
  return node.kind !== 'unsupported' && !(node.kind === 'subProcess' && node.variant === 'event');
}
