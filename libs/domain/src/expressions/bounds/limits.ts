/** Longest expression that is read, in characters. */
export const MAX_TEXT = 4_000;
/** Deepest nesting of brackets; the parser's own work grows with its square. */
export const MAX_BRACKETS = 100;
/** Deepest syntax tree; a hundred alternatives joined by `or` are a hundred levels. */
export const MAX_DEPTH = 250;
/** Most rounds of all loops that lie inside one another. */
export const MAX_ROUNDS = 20_000;
/** Most steps of one evaluation; some tenths of a second. */
export const MAX_STEPS = 300_000;
/** Most characters, members and items in one value. */
export const MAX_SIZE = 1_000_000;
/** Longest regular expression, in characters. */
export const MAX_PATTERN = 200;

/** Thrown while an expression is weighed, and caught by whoever asked for it. `message` is plain Chinese. */
export class TooCostly extends Error {}
