import type { Notification } from '@chengban/web';
import { toShow } from './notifications-to-show';

const messages = (from: number, to: number, read: boolean): Notification[] =>
  Array.from({ length: from - to + 1 }, (_, at) => {
    const minute = String(from - at).padStart(2, '0');
    const createdAt = `2026-11-29T08:${minute}:00.000Z`;
    return { id: minute, createdAt, readAt: read ? createdAt : null } as Notification;
  });
const ids = (items: readonly Notification[]): string[] => items.map(({ id }) => id);

test('the newest are shown while nothing older is unread', () => {
  const newest = [...messages(40, 38, false), ...messages(37, 21, true)];
  expect(toShow(messages(40, 38, false), newest)).toEqual(newest);
});

test('what is unread and old is shown instead of what was read, in the order of time', () => {
  const shown = toShow(
    [...messages(40, 40, false), ...messages(9, 5, false)],
    [...messages(40, 40, false), ...messages(39, 21, true)],
  );
  expect(ids(shown).slice(0, 2)).toEqual(['40', '39']);
  expect(ids(shown).slice(-5)).toEqual(['09', '08', '07', '06', '05']);
  expect(shown).toHaveLength(20);
});

test('once the shown are read the next unread come into sight', () => {
  const later = messages(20, 1, false);
  expect(ids(toShow(later, messages(40, 21, true)))).toEqual(ids(later));
});
