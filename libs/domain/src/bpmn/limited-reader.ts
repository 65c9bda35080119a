import type { ModdleWarning } from 'bpmn-moddle';

interface Context {
  addWarning(warning: ModdleWarning): void;
}
interface Reader {
  handler(this: Reader, typeName: string): { context?: Context };
}

/** Marks the error with which a reading is given up. */
export const TOO_MANY = 'too many problems';

/**
 * Options for moddle's reader that give up after `most` unreadable places. It works out the line of each by walking the
 * text from its start: without this, a text of 2 MB full of them takes an hour. Unknown attributes and references cost
 * nothing and are not counted.
 */
export const givingUpAfter = (most: number): Readonly<Record<string, unknown>> => ({
  handler(this: Reader, typeName: string) {
    const reader = Object.getPrototypeOf(this) as Reader;
    const root = reader.handler.call(this, typeName);
    let context: Context | undefined;
    // the reader hands its context to the root's handler before it begins: the only place to reach it
    Object.defineProperty(root, 'context', {
      get: () => context,
      set(given: Context) {
        context = given;
        limit(given, most);
      },
    });
    return root;
  },
});

function limit(context: Context, most: number): void {
  const add = context.addWarning.bind(context);
  let count = 0;
  context.addWarning = (warning) => {
    if (warning.message.startsWith('unparsable content') && ++count > most) throw new Error(TOO_MANY);
    add(warning);
  };
}
