// For specs only: short flows as BPMN, loaded through the same door as real ones, always through JSON.
import { loadWorkflow, readBpmn, startInstance, step } from '@chengban/domain';
import type { CompiledFlow, Effect, JobResult, Marking, StartAt, StepEvent, Workflow } from '@chengban/domain';
import { compileModel } from '../../../libs/domain/src/compile/compile-flow.js';

export const start = (id: string): string => `<bpmn:startEvent id="${id}"/>`;
export const end = (id: string, outcome = 'accepted'): string =>
  `<bpmn:endEvent id="${id}" chengban:outcome="${outcome}"/>`;
export const task = (id: string, attributes = ''): string => `<bpmn:userTask id="${id}" name="${id}" ${attributes}/>`;
export const draft = (id: string): string => task(id, 'chengban:purpose="draft"');
export const xor = (id: string, fallback?: string): string =>
  `<bpmn:exclusiveGateway id="${id}"${fallback ? ` default="${fallback}"` : ''}/>`;
export const and = (id: string): string => `<bpmn:parallelGateway id="${id}"/>`;
export const sub = (id: string, inside: string): string => `<bpmn:subProcess id="${id}">${inside}</bpmn:subProcess>`;
export const errorEnd = (id: string, error?: string): string =>
  `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition${error ? ` errorRef="${error}"` : ''}/></bpmn:endEvent>`;
export const onError = (id: string, host: string, error?: string): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition${error ? ` errorRef="${error}"` : ''}/></bpmn:boundaryEvent>`;
export const timer = (id: string, host: string, kind: string, text: string): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;

/** Event definitions by a short name: `message`, `message:M2`, `timer:PT1H`, `error:LATE`, `conditional:x = 1`, `link:L` … */
function trigger(text: string): string {
  const [kind = '', ...rest] = text.split(':');
  const about = rest.join(':');
  const ref = (attribute: string, otherwise: string): string =>
    about === '*' ? '' : ` ${attribute}="${about === '' ? otherwise : about}"`;
  switch (kind) {
    case 'message':
      return `<bpmn:messageEventDefinition${ref('messageRef', 'M1')}/>`;
    case 'signal':
      return `<bpmn:signalEventDefinition${ref('signalRef', 'S1')}/>`;
    case 'error':
      return `<bpmn:errorEventDefinition${ref('errorRef', 'LATE')}/>`;
    case 'escalation':
      return `<bpmn:escalationEventDefinition${ref('escalationRef', 'URGE')}/>`;
    case 'timer': {
      const element = about.startsWith('R') ? 'timeCycle' : /^\d{4}-/.test(about) ? 'timeDate' : 'timeDuration';
      return `<bpmn:timerEventDefinition><bpmn:${element}><![CDATA[${about === '' ? 'P1D' : about}]]></bpmn:${element}></bpmn:timerEventDefinition>`;
    }
    case 'conditional':
      return `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression"><![CDATA[${about}]]></bpmn:condition></bpmn:conditionalEventDefinition>`;
    case 'compensation':
      return `<bpmn:compensateEventDefinition${about === '' ? '' : ` activityRef="${about}"`}/>`;
    case 'link':
      return `<bpmn:linkEventDefinition name="${about}"/>`;
    default:
      return `<bpmn:${kind}EventDefinition/>`;
  }
}

const event = (type: string, id: string, attributes: string, triggers: readonly string[]): string =>
  `<bpmn:${type} id="${id}" ${attributes}>${triggers.map(trigger).join('')}</bpmn:${type}>`;

export const startOn = (id: string, triggers: readonly string[], attributes = ''): string =>
  event('startEvent', id, attributes, triggers);
export const endWith = (id: string, ...triggers: readonly string[]): string => event('endEvent', id, '', triggers);
export const catching = (id: string, triggers: readonly string[], attributes = ''): string =>
  event('intermediateCatchEvent', id, attributes, triggers);
export const throwing = (id: string, ...triggers: readonly string[]): string =>
  event('intermediateThrowEvent', id, '', triggers);
export const boundary = (id: string, host: string, triggers: readonly string[], attributes = ''): string =>
  event('boundaryEvent', id, `attachedToRef="${host}" ${attributes}`, triggers);
/** Does not end what it sits on. */
export const beside = (id: string, host: string, triggers: readonly string[], attributes = ''): string =>
  boundary(id, host, triggers, `cancelActivity="false" ${attributes}`);
/** An activity of any type. */
export const activity = (type: string, id: string, attributes = '', inside = ''): string =>
  `<bpmn:${type} id="${id}" name="${id}" ${attributes}>${inside}</bpmn:${type}>`;
/** An element with our own settings in it, e.g. `<chengban:input from="form.号" to="号"/>`. */
export const extended = (element: string, inside: string): string =>
  element.replace(/(?<=^<[^>]*)(\/?)>/, (_, closed: string) => {
    const body = `><bpmn:extensionElements>${inside}</bpmn:extensionElements>`;
    return closed ? `${body}</${/^<([\w:]+)/.exec(element)?.[1] ?? ''}>` : body;
  });
export const gateway = (type: string, id: string, attributes = ''): string =>
  `<bpmn:${type}Gateway id="${id}" ${attributes}/>`;
export const or = (id: string, fallback?: string): string =>
  gateway('inclusive', id, fallback ? `default="${fallback}"` : '');
export const eventSub = (id: string, inside: string): string =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true">${inside}</bpmn:subProcess>`;
/** `undo` is the activity that undoes `host`. */
export const undoing = (host: string, undo: string): string =>
  boundary(`${host}-undo`, host, ['compensation']) +
  `<bpmn:association id="${host}-to-${undo}" associationDirection="One" sourceRef="${host}-undo" targetRef="${undo}"/>`;

/** `a>b` is the flow `a-b`; `a>b?condition` has a condition. */
export const flows = (...drawn: readonly string[]): string =>
  drawn
    .map((each) => {
      const [ends, ...condition] = each.split('?');
      const [from, to] = ends!.split('>');
      const head = `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"`;
      return condition.length === 0
        ? `${head}/>`
        : `${head}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"><![CDATA[${condition.join('?')}]]></bpmn:conditionExpression></bpmn:sequenceFlow>`;
    })
    .join('');

export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What events refer to: beside the process in every drawn file. */
const ROOTS =
  '<bpmn:error id="LATE" errorCode="late"/><bpmn:error id="BAD" errorCode="bad"/><bpmn:message id="M" name="撤销申请"/>' +
  '<bpmn:escalation id="URGE" escalationCode="urge"/><bpmn:escalation id="WARN" escalationCode="warn"/>' +
  '<bpmn:message id="M1" name="来文"/><bpmn:message id="M2" name="补正"/>' +
  '<bpmn:signal id="S1" name="放行"/><bpmn:signal id="S2" name="停办"/>';

export const compiled = (...parts: readonly string[]): Promise<CompiledFlow> => compiledFile(parts, '');

/** `beside` stands in the definitions: other processes, global tasks, pools. */
export const fileOf = (parts: readonly string[], beside: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="t">
    ${ROOTS}<bpmn:process id="flow" isExecutable="true">${parts.join('')}</bpmn:process>${beside}</bpmn:definitions>`;

export async function compiledFile(parts: readonly string[], beside: string): Promise<CompiledFlow> {
  const read = await readBpmn(fileOf(parts, beside));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return throughJson(compileModel(read.value));
}

/** An instance under test: the marking goes through JSON between steps; what was refused throws with its code. */
export class Run {
  marking: Marking;
  effects: readonly Effect[];

  private constructor(
    readonly workflow: Workflow,
    readonly variables: Marking['variables'],
    public now: number,
    at: StartAt,
  ) {
    const started = startInstance(workflow, variables, now, 'hash', at);
    if (!started.ok) throw new Error(started.error.code);
    ({ marking: this.marking, effects: this.effects } = started.value);
  }

  static async of(
    parts: readonly string[],
    variables: Marking['variables'] = {},
    now = 0,
    at: StartAt = {},
  ): Promise<Run> {
    return Run.from(await compiled(...parts), variables, now, at);
  }

  static from(flow: CompiledFlow, variables: Marking['variables'] = {}, now = 0, at: StartAt = {}): Run {
    return new Run(loadWorkflow(flow), variables, now, at);
  }

  complete(nodeId: string, variables: Marking['variables'] = {}, token?: number): this {
    return this.on({ type: 'complete', nodeId, ...(token !== undefined && { token }), variables });
  }

  fire(nodeId: string): this {
    return this.on({ type: 'timer', nodeId });
  }

  message(name: string, variables: Marking['variables'] = {}, key: string | null = null): this {
    return this.on({ type: 'message', name, key, variables });
  }

  signal(name: string, variables: Marking['variables'] = {}): this {
    return this.on({ type: 'signal', name, variables });
  }

  job(nodeId: string, result: JobResult): this {
    return this.on({ type: 'job', nodeId, result });
  }

  retry(nodeId: string, variables: Marking['variables'] = {}): this {
    return this.on({ type: 'retry', nodeId, variables });
  }

  change(variables: Marking['variables']): this {
    return this.on({ type: 'change', variables });
  }

  on(event: StepEvent): this {
    const stepped = step(this.workflow, throughJson(this.marking), event, this.now);
    if (!stepped.ok) throw new Error(stepped.error.code);
    ({ marking: this.marking, effects: this.effects } = stepped.value);
    return this;
  }

  get active(): readonly string[] {
    return this.marking.active;
  }

  /** What the world is asked or told besides passing and completing, as `type node`. */
  get done(): readonly string[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'pass' || effect.type === 'done' ? [] : [`${effect.type} ${effect.nodeId}`],
    );
  }

  get passed(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'pass' ? [effect.elementId] : []));
  }

  /** Ids of the tokens at which something waits at a node. */
  tokensAt(nodeId: string): readonly number[] {
    return this.marking.tokens
      .filter((token) => token.at === nodeId && token.loop === undefined && !token.idle)
      .map((token) => token.id);
  }
}
