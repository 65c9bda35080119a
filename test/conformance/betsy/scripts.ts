import type { FlowModel, FlowNode, Json, JsonObject } from '@chengban/domain';
import { changeModel } from '../change-model.js';
import type { Job, JobPlan, JobResult } from '../world.js';

const TEN_SECONDS = 10_000;
const TEXT = 'String';

/** A copy of the model in which what scripts do is done by handlers of the script's name. */
export function withHandlers(model: FlowModel): FlowModel {
  return changeModel(model, { flow: (flow) => flow, node: (node) => toService(node) });
}

function toService(node: FlowNode): FlowNode {
  if (node.kind !== 'scriptTask') return node;
  const { script, result: _, ...rest } = node;
  return { ...rest, kind: 'serviceTask', handler: (script?.text ?? '').trim() };
}

/** What the scripts of one case leave behind, as lines. */
export class ScriptLog {
  private readonly written: string[] = [];
  private readonly stretches = new Map<string, readonly [number, number]>();

  constructor(private readonly dataNames: (nodeId: string) => { readonly in: string; readonly out: string }) {}

  lines(): readonly string[] {
    const [first, second] = [...this.stretches.values()];
    const overlap = first !== undefined && second !== undefined && first[0] < second[1] && second[0] < first[1];
    return overlap ? [...this.written, 'EXECUTION_parallel'] : this.written;
  }

  plan(job: Job): JobPlan {
    const { handler, startedAt } = job;
    const slow = handler === 'WAIT_TEN_SECONDS' || handler.startsWith('CREATE_TIMESTAMP_LOG_');
    const afterMs = slow ? TEN_SECONDS : 0;
    return {
      afterMs,
      answer: () => {
        if (handler.startsWith('CREATE_TIMESTAMP_LOG_')) this.stretches.set(handler, [startedAt, startedAt + afterMs]);
        return this.carryOut(job);
      },
    };
  }

  private carryOut({ handler, input, nodeId }: Job): JobResult {
    if (/^SCRIPT_task\d+$/.test(handler)) this.written.push(handler);
    const names = this.dataNames(nodeId);
    switch (handler) {
      case 'CREATE_MARKER_FILE':
        if (!this.written.includes('MARKER_exists')) this.written.push('MARKER_exists');
        return done();
      case 'INCREMENT_INTEGER_VARIABLE':
        return done({ integerVariable: incremented(input) });
      case 'INCREMENT_INTEGER_VARIABLE_AND_LOG':
        this.written.push('INCREMENT_correct');
        return done({ integerVariable: incremented(input) });
      case 'SET_STRING_DATA':
        return done({ [names.out]: TEXT });
      case 'LOG_DATA':
        if (input[names.in] === TEXT) this.written.push('DATA_correct');
        return done();
      case 'THROW_ERROR':
        return { kind: 'error', code: 'ERR_CODE' };
      default:
        return done();
    }
  }
}

const done = (variables: JsonObject = {}): JobResult => ({ kind: 'done', variables });

function incremented({ integerVariable }: JsonObject): Json {
  return typeof integerVariable === 'number' ? integerVariable + 1 : 1;
}
