/** The handlers that service tasks may name: known here, so that drawings are checked against them; run by `jobs`. */
export const HANDLER_NAMES = ['extendDeadline', 'notify'] as const;

export type HandlerName = (typeof HANDLER_NAMES)[number];

/** What a handler cannot do without. */
export const HANDLER_NEEDS: Readonly<Record<HandlerName, readonly string[]>> = {
  extendDeadline: ['to'],
  notify: ['title'],
};
