// For specs only: short flows as BPMN, loaded through the same door as real ones, always through JSON.
import { loadWorkflow, readBpmn, startInstance, step } from '@chengban/domain';
import type { CompiledFlow, Effect, Marking, StepEvent, Workflow } from '@chengban/domain';
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

export async function compiled(...parts: readonly string[]): Promise<CompiledFlow> {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="t">
    <bpmn:error id="LATE" errorCode="late"/><bpmn:error id="BAD" errorCode="bad"/><bpmn:process id="flow">${parts.join('')}</bpmn:process></bpmn:definitions>`;
  const read = await readBpmn(xml);
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
    private readonly now: number,
  ) {
    const started = startInstance(workflow, variables, now, 'hash');
    if (!started.ok) throw new Error(started.error.code);
    ({ marking: this.marking, effects: this.effects } = started.value);
  }

  static async of(parts: readonly string[], variables: Marking['variables'] = {}, now = 0): Promise<Run> {
    return new Run(loadWorkflow(await compiled(...parts)), variables, now);
  }

  complete(nodeId: string, variables: Marking['variables'] = {}): this {
    return this.on({ type: 'complete', nodeId, variables });
  }

  fire(nodeId: string): this {
    return this.on({ type: 'timer', nodeId });
  }

  private on(event: StepEvent): this {
    const stepped = step(this.workflow, throughJson(this.marking), event, this.now);
    if (!stepped.ok) throw new Error(stepped.error.code);
    ({ marking: this.marking, effects: this.effects } = stepped.value);
    return this;
  }

  /** Effects besides passing, as `type node`. */
  get done(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'pass' ? [] : [`${effect.type} ${effect.nodeId}`]));
  }

  get passed(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'pass' ? [effect.elementId] : []));
  }
}
