import type { Effect, FlowModel, FlowNode, SequenceFlow } from '@chengban/domain';
import { processesOf, scopesOf } from '../change-model.js';
import { deploy } from '../deploy.js';
import { World } from '../world.js';
import type { Instance, Job, JobPlan } from '../world.js';
import type { Drawing } from './drawing.js';
import { handOf, takenAtFirst } from './simulated-model.js';

type MessageFlow = FlowModel['messageFlows'][number];

/** One file played by hand, as a person does in the simulator. */
export class Simulation {
  completed: string[] = [];
  taken: string[] = [];
  ended: string[] = [];
  private readonly world: World;
  private readonly nodes: ReadonlyMap<string, FlowNode>;
  private readonly flows: ReadonlyMap<string, SequenceFlow>;
  private readonly waits = new Set<string>();
  /** messages that the tasks under way still send or wait for */
  private readonly open = new Map<Job, MessageFlow[]>();
  private choice: readonly string[];

  /** `model` as the simulator plays it */
  constructor(
    private readonly model: FlowModel,
    private readonly drawing: Drawing,
  ) {
    this.nodes = new Map(scopesOf(model).flatMap(({ nodes }) => nodes.map((node) => [node.id, node])));
    this.flows = new Map(scopesOf(model).flatMap(({ flows }) => flows.map((flow) => [flow.id, flow])));
    this.choice = takenAtFirst(model);
    this.world = new World(deploy(model), {
      planJob: (job) => this.begunTask(job),
      onEffect: (effect, instance) => this.see(effect, instance),
    });
  }

  /** What comes from now on is written anew. */
  forget(): void {
    [this.completed, this.taken, this.ended] = [[], [], []];
  }

  waitAt(nodeId: string): void {
    this.waits.add(nodeId);
  }

  config(gateway: string, flows: readonly string[]): void {
    const others = this.choice.filter((id) => this.flows.get(id)?.source !== gateway);
    this.choice = [...others, ...flows];
    for (const instance of this.world.instances) {
      this.world.tell(instance, { type: 'change', variables: { taken: this.choice } });
    }
  }

  /** Fires an event, releases a task, or starts the process that begins there. @returns whether anything did */
  trigger(nodeId: string): boolean {
    const done = this.release(nodeId) || this.fire(nodeId) || this.begin(nodeId);
    this.world.run(this.world.now);
    return done;
  }

  /** Sends along a message flow; nobody need be there to hear it. */
  signal(flowId: string): void {
    const flow = this.model.messageFlows.find((each) => each.id === flowId);
    if (flow !== undefined) this.deliver(flow);
    this.world.run(this.world.now);
  }

  /** By hand a task sends what it has still to send, and waits for nothing more. */
  private release(nodeId: string): boolean {
    const [job] = this.world.openJobs(nodeId);
    if (job === undefined) return false;
    for (const flow of this.open.get(job) ?? []) if (flow.source === nodeId) this.deliver(flow);
    this.finish(job);
    return true;
  }

  private fire(nodeId: string): boolean {
    const event = { type: 'message', name: handOf(nodeId), nodeId, variables: {} } as const;
    return this.world.instances.some((instance) => this.world.tell(instance, event));
  }

  private begin(nodeId: string): boolean {
    const variables = { taken: this.choice };
    const whole = processesOf(this.model).find((id) => id === nodeId || this.drawing.poolOf(id) === nodeId);
    if (whole !== undefined) return this.world.start(whole, variables) !== null;
    const process = processesOf(this.model).find((id) => this.isIn(nodeId, id));
    if (process === undefined) return false;
    const isStart = this.nodes.get(nodeId)?.kind === 'startEvent';
    // without a start event a process begins where no flow leads to
    if (!isStart && [...this.flows.values()].some(({ target }) => target === nodeId)) return false;
    return (isStart ? this.world.start(process, variables, nodeId) : this.world.start(process, variables)) !== null;
  }

  private isIn(nodeId: string, process: string): boolean {
    const scope = scopesOf(this.model).find(({ id }) => id === process);
    return scope?.nodes.some((node) => node.id === nodeId) === true;
  }

  private begunTask(job: Job): JobPlan | null {
    const messages = this.drawing.inOrder(
      this.model.messageFlows.filter(({ source, target }) => source === job.nodeId || target === job.nodeId),
      job.nodeId,
    );
    if (this.waits.has(job.nodeId)) {
      this.open.set(job, [...messages]);
      return null;
    }
    if (messages.length === 0) return { afterMs: 0, answer: () => ({ kind: 'done', variables: {} }) };
    this.open.set(job, [...messages]);
    this.world.later(() => this.advance(job));
    return null;
  }

  /** Sends up to the next message that the task waits for. */
  private advance(job: Job): void {
    const messages = this.open.get(job) ?? [];
    for (let [next] = messages; next?.source === job.nodeId; [next] = messages) {
      messages.shift();
      this.deliver(next);
    }
    if (messages.length === 0) this.finish(job);
  }

  private finish(job: Job): void {
    this.open.delete(job);
    this.world.answer(job, { kind: 'done', variables: {} });
  }

  private deliver(flow: MessageFlow): void {
    for (const job of this.world.openJobs(flow.target)) {
      const messages = this.open.get(job) ?? [];
      if (messages[0] !== flow || this.waits.has(job.nodeId)) continue;
      messages.shift();
      this.advance(job);
      return;
    }
    if (!this.fire(flow.target) && this.nodes.get(flow.target)?.kind === 'startEvent') this.begin(flow.target);
  }

  /** What the simulator would write of it. */
  private see(effect: Effect, instance: Instance): void {
    if (effect.type === 'pass') {
      const flow = this.flows.get(effect.elementId);
      // an event-based gateway leads straight to its events
      if (flow !== undefined && this.nodes.get(flow.source)?.kind !== 'eventBasedGateway') this.taken.push(flow.id);
    } else if (effect.type === 'end') {
      this.ended.push(this.drawing.poolOf(instance.process) ?? instance.process);
    } else if (effect.type === 'done') this.seeDone(this.nodes.get(effect.nodeId));
  }

  private seeDone(node: FlowNode | undefined): void {
    if (node === undefined || node.kind === 'eventBasedGateway') return;
    if ('triggers' in node && node.triggers.some(({ kind }) => kind === 'terminate' || kind === 'cancel')) {
      // such an end goes down with its scope
      if (node.kind === 'endEvent') return;
    }
    this.completed.push(node.id);
    if (node.kind === 'boundaryEvent' && node.interrupting) this.completed.push(node.attachedTo);
    if ('loop' in node && node.kind !== 'receiveTask' && node.kind !== 'subProcess') return;
    for (const flow of this.model.messageFlows) {
      if (flow.source === node.id) this.world.later(() => this.deliver(flow));
    }
  }
}
