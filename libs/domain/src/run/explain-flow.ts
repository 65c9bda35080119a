import type { CompiledFlow } from '../compile/compiled-flow.js';
import { activitySentences } from './explain/activities.js';
import { eventSentences } from './explain/events.js';
import { gatewaySentences } from './explain/gateways.js';
import { CANCEL_UNTIL_WORDS, DEDUPE_WORDS } from './explain/setting-words.js';
import { tellingOrder } from './explain/telling-order.js';

/** One node of a flow in words: what happens there, and what follows. */
export interface Explained {
  readonly nodeId: string;
  /** how many sub-processes are around it */
  readonly depth: number;
  readonly sentences: readonly string[];
}

/** The flow as Chinese sentences, step by step in the order of the work. Pure; for the command line and the designer. */
export function explainFlow(compiled: CompiledFlow): readonly Explained[] {
  return tellingOrder(compiled).map((told, at) => ({
    ...told,
    sentences: [...sentencesOf(compiled, told.nodeId), ...(at === 0 ? flowSentences(compiled) : [])],
  }));
}

/** What holds for the whole flow is told with its first node. */
function flowSentences({ dedupe, cancelUntil }: CompiledFlow): readonly string[] {
  return [
    ...(dedupe === undefined || dedupe === 'off' ? [] : [`整个流程自动去重：${DEDUPE_WORDS[dedupe]}。`]),
    ...(cancelUntil === undefined ? [] : [`发起人${CANCEL_UNTIL_WORDS[cancelUntil]}。`]),
  ];
}

function sentencesOf(compiled: CompiledFlow, id: string): readonly string[] {
  return eventSentences(compiled, id) ?? gatewaySentences(compiled, id) ?? activitySentences(compiled, id) ?? [];
}
