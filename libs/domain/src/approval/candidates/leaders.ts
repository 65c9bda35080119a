import type { Directory, DirectoryEntry } from './directory.js';

/** Who is above whom in a unit. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  handler: ['reviewer', 'deputyLeader', 'head'],
  reviewer: ['deputyLeader', 'head'],
  deputyLeader: ['head'],
  supervisionHandler: ['supervisionReviewer', 'supervisionLeader', 'deputyLeader', 'head'],
  supervisionReviewer: ['supervisionLeader', 'deputyLeader', 'head'],
  supervisionLeader: ['head'],
};

/** Those directly above somebody of this role whom `isAble` accepts; none where nobody is. */
export function leadersOf(
  directory: Directory,
  { unitId, role }: Pick<DirectoryEntry, 'unitId' | 'role'>,
  isAble: (personId: string) => boolean,
): readonly DirectoryEntry[] {
  for (const above of ABOVE[role] ?? []) {
    const able = directory.holders(unitId, above).filter(({ personId }) => isAble(personId));
    if (able.length > 0) return able;
  }
  return [];
}

/** Those directly above a person, by the first of the person's roles that has anybody above it. */
export function leadersOfPerson(
  directory: Directory,
  personId: string,
  isAble: (personId: string) => boolean,
): readonly DirectoryEntry[] {
  for (const entry of directory.rolesOf(personId)) {
    const leaders = leadersOf(directory, entry, isAble);
    if (leaders.length > 0) return leaders;
  }
  return [];
}
