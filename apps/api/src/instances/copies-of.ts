import { copyReceivers, type Performed } from '@chengban/domain';
import { v7 } from 'uuid';
import type { Flow } from '../definitions/flows.read-model.js';
import type { Cast } from './casting.js';
import type { OutboxMessage } from './change.js';
import type { LockedInstance } from './locked-state.js';

/** 抄送: a node that completed is copied to whom the drawing names. It leaves by the outbox and holds nothing up. */
export function copiesOf(
  { workflow }: Pick<Flow, 'workflow'>,
  instance: LockedInstance,
  { directory }: Cast,
  { standing, effects }: Performed,
): OutboxMessage[] {
  return effects.flatMap((effect): OutboxMessage[] => {
    if (effect.type !== 'done') return [];
    const personIds = copyReceivers({ workflow, standing, nodeId: effect.nodeId, directory, place: instance });
    if (personIds.length === 0) return [];
    return [
      { id: v7(), topic: 'copy.requested', payload: { instanceId: instance.id, nodeId: effect.nodeId, personIds } },
    ];
  });
}
