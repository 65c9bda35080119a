import { useMemo, useState, type ReactNode } from 'react';
import { useApi, type Evidence, type FormSources, type TaskPage } from '@chengban/web';
import { useUnits } from '../queries/plans';
import { NamedSources } from '../submissions/form-sources';
import { FilesInput, TaskFilesContext } from './files-input';

/** What the form of a task needs: names, units and people to choose, a place for files. */
export function TaskSources({ task, children }: { task: TaskPage; children: ReactNode }): ReactNode {
  const api = useApi();
  const units = useUnits();
  const [uploaded, setUploaded] = useState<readonly Evidence[]>([]);
  const files = useMemo(() => [...task.files, ...uploaded], [task.files, uploaded]);
  const more = useMemo(
    (): Partial<FormSources> => ({
      units: (units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      findPeople: async (words) => {
        const found = await api.get<{ items: { id: string; name: string; seats: string[] }[] }>(
          `/tasks/${task.id}/people`,
          { q: words },
        );
        return found.items.map(({ id, name, seats }) => ({
          value: id,
          label: [name, ...seats.slice(0, 1)].join(' · '),
        }));
      },
      FilesInput,
      due: task.dueOn,
    }),
    [api, task.id, task.dueOn, units.data],
  );
  const ofTask = useMemo(
    () => ({
      obligationId: task.obligationId,
      files,
      onArrived: (file: Evidence) => setUploaded((all) => [...all, file]),
    }),
    [task.obligationId, files],
  );
  return (
    <NamedSources names={task.names} files={files} reviewFields={task.reviewFields} more={more}>
      <TaskFilesContext value={ofTask}>{children}</TaskFilesContext>
    </NamedSources>
  );
}
