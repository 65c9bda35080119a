import { automaticKinds } from './kinds/automatic-kinds.js';
import { branchKinds } from './kinds/branch-kinds.js';
import { eventKinds } from './kinds/event-kinds.js';
import type { KindGroup, NodeKind } from './kinds/node-kind.js';
import { taskKinds } from './kinds/task-kinds.js';

export type { KindGroup, NodeKind } from './kinds/node-kind.js';

/** The only source for palette, append menu and replace menu. */
export const allKinds: readonly NodeKind[] = [...taskKinds, ...automaticKinds, ...branchKinds, ...eventKinds];

/** What can be put on the canvas: the everyday ones, and those behind «更多». */
export const everydayKinds = allKinds.filter((kind) => !kind.more && !kind.onlyReplaces);
export const moreKinds = allKinds.filter((kind) => kind.more && !kind.onlyReplaces);
export const nodeKinds: readonly NodeKind[] = [...everydayKinds, ...moreKinds];

export const groupTitles: Readonly<Record<KindGroup, string>> = {
  task: '办理环节',
  automatic: '自动办理',
  branch: '走向',
  event: '起止与时限',
};
/** Titles behind «更多», where the groups hold other things. */
export const moreTitles: Readonly<Record<KindGroup, string>> = {
  ...groupTitles,
  task: '更多办理环节',
  branch: '更多走向',
  event: '等待、信号与提醒',
};

/** Kinds by their group, in the order in which they stand. */
export function inGroups(kinds: readonly NodeKind[]): [KindGroup, NodeKind[]][] {
  const groups = new Map<KindGroup, NodeKind[]>();
  for (const kind of kinds) groups.set(kind.group, [...(groups.get(kind.group) ?? []), kind]);
  return [...groups];
}
