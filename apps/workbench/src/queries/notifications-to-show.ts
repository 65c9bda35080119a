import type { Notification } from '@chengban/web';

/** As many as the bell shows. */
export const SHOWN = 20;

/** What is unread comes before what was read, however old: once the shown are read the next come into sight. */
export function toShow(unread: readonly Notification[], newest: readonly Notification[]): Notification[] {
  const listed = new Set(unread.map(({ id }) => id));
  const read = newest.filter((one) => one.readAt && !listed.has(one.id));
  return [...unread, ...read].slice(0, SHOWN).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
