import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import { VERB_WORDS, verbsFor, type NodeVerb } from '@chengban/domain';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useEditor } from '../design/editor-context.js';
import { objectOf, textOf } from '../modeler/moddle.js';
import { setSettings, setText } from './changes.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { ReturnFields } from './return-fields.js';
import { TextField } from './text-field.js';
import { wordsOf } from './word-lists.js';

/** 退回与操作按钮: what may be done at a step, how its button is called, where a return leads. */
export function ActGroup({ task, purpose }: { task: Element; purpose: 'draft' | 'review' }): ReactNode {
  const returns = purpose === 'review' && (wordsOf(objectOf(task), 'verbs')?.includes('return') ?? true);
  return (
    <Group title={purpose === 'review' ? '退回与操作按钮' : '操作按钮'}>
      <LabelField task={task} purpose={purpose} />
      <VerbsField task={task} purpose={purpose} />
      {returns && <ReturnFields task={task} />}
    </Group>
  );
}

function LabelField({ task, purpose }: { task: Element; purpose: 'draft' | 'review' }): ReactNode {
  const editor = useEditor();
  const [property, label, usual] =
    purpose === 'draft'
      ? (['submitLabel', '提交按钮', '报送'] as const)
      : (['approveLabel', '同意按钮', '同意'] as const);
  return (
    <TextField
      key={property}
      elementId={task.id}
      property={property}
      label={label}
      placeholder={`不填就是“${usual}”`}
      maxLength={10}
      value={textOf(objectOf(task), `chengban:${property}`)}
      onCommit={(text) => setText(editor, task, `chengban:${property}`, text)}
    />
  );
}

function VerbsField({ task, purpose }: { task: Element; purpose: 'draft' | 'review' }): ReactNode {
  const editor = useEditor();
  const possible = verbsFor(purpose);
  const drawn = wordsOf(objectOf(task), 'verbs');
  const chosen = possible.filter((verb) => drawn?.includes(verb) ?? true);
  const needed = purpose === 'draft' ? 'submit' : 'approve';
  const save = (verbs: readonly NodeVerb[]): void =>
    setSettings(editor, task, objectOf(task), {
      // all of them is what holds when nothing is said, also for verbs that are yet to come
      verbs: verbs.length === possible.length ? undefined : possible.filter((verb) => verbs.includes(verb)).join(' '),
    });
  return (
    <Field
      elementId={task.id}
      property="verbs"
      label="这个环节可以用的操作"
      help="不勾的不会出现；签收、保存草稿和管理员的操作不受影响。"
    >
      <Checkbox.Group<NodeVerb>
        className="verbs"
        value={chosen}
        onChange={save}
        options={possible.map((verb) => ({
          value: verb,
          label: VERB_WORDS[verb],
          // without it the step could only wait; where a file lacks it, it can be added
          disabled: verb === needed && chosen.includes(verb),
        }))}
      />
    </Field>
  );
}
