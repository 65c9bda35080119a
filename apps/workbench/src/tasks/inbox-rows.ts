import type { Light, Obligation, Task } from '@chengban/web';

/** One line of 我的待办: a task to act on, or an obligation of my unit that waits to be begun. */
export interface InboxRow {
  id: string;
  taskId: string | null;
  to: string;
  number: string;
  requirement: string;
  measureNo: number;
  measureText: string;
  unitName: string;
  step: string;
  holderName: string | null;
  /** who is away, where I may do it only as their deputy */
  forName: string | null;
  dueOn: string;
  light: Light;
  /** the revision on screen */
  revision: number;
  /** a review that nobody else has claimed: one word may be enough */
  together: boolean;
}

/** Tasks and waiting obligations as one list: what waits for me first, then what waits to be begun, each with the earliest due first. */
/** @param me the one who looks: what somebody else has claimed is not for me alone */
export function inboxRows(tasks: readonly Task[], starts: readonly Obligation[], me: string): InboxRow[] {
  return [...tasks.map((task) => fromTask(task, me)), ...starts.map(fromObligation)].sort(
    (a, b) =>
      Number(!a.taskId) - Number(!b.taskId) || a.dueOn.localeCompare(b.dueOn) || a.number.localeCompare(b.number),
  );
}

const fromTask = (task: Task, me: string): InboxRow => ({
  id: task.id,
  taskId: task.id,
  to: `/tasks/${task.id}`,
  number: task.number,
  requirement: task.requirement,
  measureNo: task.measureNo,
  measureText: task.measureText,
  unitName: task.unit.name,
  step: task.name,
  holderName: task.holder?.name ?? null,
  forName: task.actingFor?.name ?? null,
  dueOn: task.dueOn,
  light: task.light,
  revision: task.revision,
  together: task.purpose === 'review' && (task.holder === null || task.holder.id === me),
});

const fromObligation = (obligation: Obligation): InboxRow => ({
  id: obligation.id,
  taskId: null,
  to: `/obligations/${obligation.id}`,
  number: obligation.number,
  requirement: obligation.requirement,
  measureNo: obligation.measureNo,
  measureText: obligation.measureText,
  unitName: obligation.unit.name,
  step: obligation.statusName,
  holderName: null,
  forName: null,
  dueOn: obligation.dueOn,
  light: obligation.light,
  revision: 0,
  together: false,
});

export type InboxPart = 'all' | 'tasks' | 'starts';

/** The rows of one part in which the words occur: number, measure, requirement, unit or who is away. */
export function inboxPart(rows: readonly InboxRow[], part: InboxPart, words: string): InboxRow[] {
  const wanted = words.trim();
  return rows.filter(
    (row) =>
      (part === 'all' || (part === 'tasks') === !!row.taskId) &&
      (!wanted ||
        [row.number, row.measureText, row.requirement, row.unitName, row.forName ?? ''].some((text) =>
          text.includes(wanted),
        )),
  );
}
