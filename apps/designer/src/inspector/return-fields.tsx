import { useId, type ReactNode } from 'react';
import { Checkbox } from 'antd';
import { RETURN_AFTER_WORDS, RETURN_WHERE_WORDS, type ReturnAfter, type ReturnWhere } from '@chengban/domain';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { is, objectOf, textOf } from '../modeler/moddle.js';
import { setSettings } from './changes.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { wordsOf } from './word-lists.js';

const WHERE = Object.keys(RETURN_WHERE_WORDS) as ReturnWhere[];

/** Where a return leads, and where the work comes back to. */
export function ReturnFields({ task }: { task: Element }): ReactNode {
  return (
    <>
      <WhereField task={task} />
      <ReturnToField task={task} />
      <AfterField task={task} />
    </>
  );
}

function WhereField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const drawn = wordsOf(objectOf(task), 'returnWhere');
  const save = (chosen: readonly ReturnWhere[]): void =>
    setSettings(editor, task, objectOf(task), {
      returnWhere: WHERE.filter((where) => chosen.includes(where)).join(' ') || undefined,
      ...(!chosen.includes('named') && { returnTo: undefined }),
    });
  return (
    <Field
      elementId={task.id}
      property="returnWhere"
      label="可以退回到哪里"
      help="一个都不勾，就由办理人当时在走过的环节里选。"
    >
      <Checkbox.Group<ReturnWhere>
        className="verbs"
        value={WHERE.filter((where) => drawn?.includes(where))}
        onChange={save}
        options={WHERE.map((where) => ({ value: where, label: RETURN_WHERE_WORDS[where] }))}
      />
    </Field>
  );
}

function ReturnToField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const value = textOf(objectOf(task), 'chengban:returnTo');
  const where = wordsOf(objectOf(task), 'returnWhere');
  const steps = editor.elements((element) => is(element, 'bpmn:UserTask') && element !== task);
  const options = steps
    .map((step) => ({
      value: step.id,
      label: textOf(objectOf(step), 'name') || step.id,
      draft: objectOf(step).get('chengban:purpose') === 'draft',
    }))
    .sort((a, b) => Number(b.draft) - Number(a.draft))
    .map(({ draft, ...option }) => ({ ...option, label: draft ? `${option.label}（填报）` : option.label }));
  const gone = value !== '' && !options.some((option) => option.value === value);
  // the two settings speak of the same: naming a step allows it, naming none forbids it
  const save = (chosen: string): void => {
    const others = where?.filter((each) => each !== 'named');
    setSettings(editor, task, objectOf(task), {
      returnTo: chosen || undefined,
      ...(others && { returnWhere: [...others, ...(chosen ? ['named'] : [])].join(' ') || undefined }),
    });
  };
  return (
    <Field
      elementId={task.id}
      property="returnTo"
      label="退回到"
      controlId={id}
      help="不选时，按图上的线走；图上没有退回的线，就退给最近填报的人。"
    >
      <Choose
        id={id}
        value={value}
        options={[
          { value: '', label: '按图上的线' },
          ...options,
          ...(gone ? [{ value, label: `${value}（已不在图上）` }] : []),
        ]}
        onChange={save}
      />
    </Field>
  );
}

function AfterField({ task }: { task: Element }): ReactNode {
  const editor = useEditor();
  const id = useId();
  const words = Object.entries(RETURN_AFTER_WORDS) as [ReturnAfter, string][];
  return (
    <Field elementId={task.id} property="returnAfter" label="退回的改好后" controlId={id}>
      <Choose<ReturnAfter | ''>
        id={id}
        value={textOf(objectOf(task), 'chengban:returnAfter') as ReturnAfter | ''}
        options={[
          { value: '', label: '不限（通常直接回到退回的人）' },
          ...words.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(returnAfter) => setSettings(editor, task, objectOf(task), { returnAfter: returnAfter || undefined })}
      />
    </Field>
  );
}
