import type { HistoryEntry } from '@chengban/web';

/** «乙», «乙 代 甲» where 乙 stood in for somebody away, «系统» where nobody acted. */
export const whoDid = ({ actor, for: principal }: Pick<HistoryEntry, 'actor' | 'for'>): string =>
  actor === null ? '系统' : principal ? `${actor.name} 代 ${principal.name}` : actor.name;
