import {
  ROLES,
  assignmentsWords,
  findSeat,
  delegationUnderWay,
  nodeInfo,
  principalAt,
  isRole,
  type ActContext,
  type AssignmentNames,
  type FormDefinition,
} from '@chengban/domain';
import type { SittingView } from '../instances/instances.module.js';

/** 为什么轮到我: how this task came to the one who looks at it, or to whom it came instead. */
export function whyMine(context: ActContext, { seats }: SittingView, names: AssignmentNames): string {
  const found = findSeat(context.standing, context.seat);
  const view = seats.find(({ seat }) => seat === context.seat);
  if (!found || !view) return '';
  const { personId } = context.actor;
  const principal = principalAt(found.seat, context.actor);
  const delegated = delegationUnderWay(found.seat);
  const last = view.delegations.at(-1);
  if (delegated && last)
    return `${last.by.name}委派给${delegated.toId === personId ? '您' : last.to.name}，写好意见回复后，仍由${last.by.name}作决定。`;
  if (view.fallback) return '没有找到应当办理的人，所以请流程管理员处理。';
  if (principal !== null && principal !== personId) {
    const name = view.who.find(({ id }) => id === principal)?.name;
    return name === undefined ? '您代他人办理。' : `您代${name}办理。`;
  }
  if (view.asked) return `${view.asked.byPerson.name}加签，请${view.who.map(({ name }) => name).join('、')}办理。`;
  const node = nodeInfo(context.workflow, found.sitting.nodeId);
  const assignments = [...(node?.assignment ? [node.assignment] : []), ...(node?.moreAssignments ?? [])];
  return assignments.length === 0 ? '' : `这个环节由${assignmentsWords(assignments, names)}办理。`;
}

/** Units and persons whom the node of a task names. */
export function namedBy({ workflow, standing }: ActContext, seat: number): { unitIds: string[]; personIds: string[] } {
  const found = findSeat(standing, seat);
  const node = found && nodeInfo(workflow, found.sitting.nodeId);
  const all = [...(node?.assignment ? [node.assignment] : []), ...(node?.moreAssignments ?? [])];
  return {
    unitIds: all.flatMap((each) => ('unit' in each && each.unit !== undefined ? [each.unit] : [])),
    personIds: all.flatMap((each) => (each.kind === 'person' ? [each.person] : [])),
  };
}

export const wordsOf = (
  units: ReadonlyMap<string, string>,
  persons: ReadonlyMap<string, string>,
  form: FormDefinition,
): AssignmentNames => ({
  unit: (id) => (id === 'responsible' ? '承办单位' : id === 'supervisor' ? '督办单位' : (units.get(id) ?? id)),
  role: (key) => (isRole(key) ? ROLES[key] : key),
  person: (id) => persons.get(id) ?? '',
  field: (name) => form.schema.properties[name]?.title ?? name,
  of: '的',
});
