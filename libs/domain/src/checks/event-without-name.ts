import type { FlowNode, Trigger } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { called, error } from './check.js';
import type { Check } from './check.js';

const WORDS = { message: '消息', signal: '信号' } as const;

/** A message or signal is known by its name: without one nobody hears it, and nothing is heard. */
export const eventWithoutName: Check = {
  id: 'event-without-name',
  run: (model) =>
    nodesOf(model).flatMap((node) =>
      namelessOf(node).map((kind) =>
        error(
          'event-without-name',
          node.id,
          `${called(node)}没有写是哪个${WORDS[kind]}。`,
          `请在右侧填写${WORDS[kind]}名称，收发两边要一致。`,
          kind,
        ),
      ),
    ),
};

function namelessOf(node: FlowNode): readonly (keyof typeof WORDS)[] {
  if (node.kind === 'sendTask' || node.kind === 'receiveTask') return node.message === null ? ['message'] : [];
  return 'triggers' in node ? node.triggers.flatMap((trigger) => nameless(trigger)) : [];
}

const nameless = (trigger: Trigger): readonly (keyof typeof WORDS)[] =>
  (trigger.kind === 'message' || trigger.kind === 'signal') && trigger.name === null ? [trigger.kind] : [];
