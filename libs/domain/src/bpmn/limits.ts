// Bounds of what is read, far above every real flow; each keeps a hostile file from costing more than seconds.

/** of UTF-8; real flows stay below 200 kB */
export const MAX_BYTES = 2 * 1024 * 1024;
/** tags inside each other; ten sub-processes need about 25 */
export const MAX_DEPTH = 64;
/** sub-processes inside each other */
export const MAX_SCOPES = 20;
/** nodes and sequence flows together; the largest real flows have some hundreds */
export const MAX_PARTS = 5_000;
/** 5,000 parts with their shapes, edges and bends have about 40,000 */
export const MAX_ELEMENTS = 80_000;
/** of one element */
export const MAX_ATTRIBUTES = 500;
/** different ones in the whole file */
export const MAX_PREFIXES = 200;
/** places that cannot be read, after which the reading is given up */
export const MAX_UNREADABLE = 100;
/** characters of a name or a key */
export const MAX_NAME = 1_000;
/** characters of a condition, a time, a script */
export const MAX_TEXT = 20_000;
/** tokens that one activity waits for or leaves behind (§10.3) */
export const MAX_QUANTITY = 100;
