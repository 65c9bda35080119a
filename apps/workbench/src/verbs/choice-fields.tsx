import { useEffect, type ReactNode } from 'react';
import { Form } from 'antd';
import { roles, type Role, type TaskPage } from '@chengban/web';
import { idsOf, PersonChooser, type Chosen } from './person-chooser';
import type { SheetValues } from './sheet-form';
import type { FieldFault } from './use-sheets';

type Choice = TaskPage['choices'][number];

/** 发起人自选: who handles each later step that leaves it to the drafter. */
export function ChoiceFields({ task, faults }: { task: TaskPage; faults: readonly FieldFault[] }): ReactNode {
  const form = Form.useFormInstance<SheetValues>();
  useEffect(() => {
    for (const { field, message } of faults)
      if (field === 'chosen') form.setFields([{ name: nameOf(meant(task.choices, message)), errors: [message] }]);
  }, [faults]);
  return task.choices.map((choice) => (
    <Form.Item
      key={choice.nodeId}
      name={nameOf(choice)}
      label={`“${choice.name}”由谁办理`}
      extra={rangeOf(choice)}
      rules={
        isAhead(task, choice)
          ? [{ required: true, type: 'array', min: 1, message: `请选“${choice.name}”的办理人` }]
          : []
      }
    >
      <PersonChooser
        taskId={task.id}
        choice={choice.nodeId}
        multiple={choice.max !== 1}
        max={choice.max ?? undefined}
      />
    </Form.Item>
  ));
}

const nameOf = (choice: Choice | undefined): string[] => ['chosen', choice?.nodeId ?? ''];

/** The refusal names the step. */
const meant = (choices: readonly Choice[], message: string): Choice | undefined =>
  choices.find(({ name }) => message.includes(`“${name}”`)) ?? choices[0];

/** A step that the flow will come to as things stand needs somebody; of another nobody knows yet. */
const isAhead = ({ prediction }: TaskPage, { nodeId }: Choice): boolean =>
  prediction?.next.some((step) => step.nodeId === nodeId) ?? false;

const rangeOf = ({ role, max }: Choice): string =>
  [role && `范围：${roles[role as Role] ?? role}`, max && `最多 ${max} 人`].filter(Boolean).join('，');

export const choiceDefaults = ({ choices }: TaskPage): SheetValues => ({
  chosen: Object.fromEntries(
    choices.map(({ nodeId, chosen }): [string, Chosen[]] => [
      nodeId,
      chosen.map(({ id, name }) => ({ value: id, label: name })),
    ]),
  ),
});

export const chosenOf = ({ chosen }: SheetValues): Record<string, string[]> =>
  Object.fromEntries(Object.entries((chosen ?? {}) as object).map(([nodeId, people]) => [nodeId, idsOf(people)]));
