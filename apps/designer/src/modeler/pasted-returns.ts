import type EventBus from 'diagram-js/lib/core/EventBus';
import { textOf, type Moddle } from './moddle.js';

const RETURN_TO = 'chengban:returnTo';

interface Pasting {
  /** one for everything that is pasted together */
  readonly cache: object;
  readonly descriptor: { readonly id: string; readonly businessObject?: Moddle };
}

interface Together {
  /** id of what was copied → id of what is pasted */
  readonly renamed: Map<string, string>;
  /** pasted tasks that return to something not pasted yet, by its id */
  readonly waiting: Map<string, Moddle[]>;
}

/**
 * Steps that are pasted together get ids of their own; a return among them leads to the pasted step, not to the one that it
 * was copied from. One that leads elsewhere stays as it is.
 */
export class PastedReturns {
  static readonly $inject = ['eventBus'];
  private readonly pastings = new WeakMap<object, Together>();

  constructor(eventBus: EventBus) {
    // after bpmn-js has made the object that is pasted
    eventBus.on('copyPaste.pasteElement', 500, (pasting: Pasting) => {
      this.paste(pasting);
    });
  }

  private paste({ cache, descriptor: { id, businessObject } }: Pasting): void {
    if (businessObject === undefined) return;
    const { renamed, waiting } = this.togetherIn(cache);
    renamed.set(id, businessObject.id);
    for (const task of waiting.get(id) ?? []) task.set(RETURN_TO, businessObject.id);
    if (!businessObject.$instanceOf('bpmn:UserTask')) return;
    const target = textOf(businessObject, RETURN_TO);
    if (target === '') return;
    const pasted = renamed.get(target);
    if (pasted === undefined) waiting.set(target, [...(waiting.get(target) ?? []), businessObject]);
    else businessObject.set(RETURN_TO, pasted);
  }

  private togetherIn(cache: object): Together {
    const known = this.pastings.get(cache);
    if (known !== undefined) return known;
    const together: Together = { renamed: new Map(), waiting: new Map() };
    this.pastings.set(cache, together);
    return together;
  }
}
