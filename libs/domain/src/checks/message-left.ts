import { warning } from './check.js';
import type { Check } from './check.js';
import { soundness } from './soundness/soundness.js';
import { namesOf } from './way-there.js';

/** A message between processes of the file that nobody takes in some run: whoever sent it goes on, yet it was meant for somebody. */
export const messageLeft: Check = {
  id: 'message-left',
  run: (model) => {
    const names = namesOf(model);
    return (soundness(model).leftMessages ?? []).map(({ elementId, counterexample: { steps } }) => ({
      ...warning(
        'message-left',
        elementId,
        `${names.wayThere(steps)}，${names.node(elementId)}发出的消息没有人收。`,
        '请让对方每种走法都等这条消息；对方可能已经办完的，请先确认没有人收也不要紧。',
      ),
      trace: steps,
    }));
  },
};
