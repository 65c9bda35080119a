/**
 * Drafts on their way to the server, by task. A page that was left saves behind the person's back; whoever opens the
 * task again must wait for that, or the form would show what was there before.
 */
const underWay = new Map<string, Promise<unknown>>();

export function saving(taskId: string, save: Promise<unknown>): void {
  underWay.set(taskId, save);
  void save.finally(() => {
    if (underWay.get(taskId) === save) underWay.delete(taskId);
  });
}

export const settled = async (taskId: string): Promise<void> => void (await underWay.get(taskId));
