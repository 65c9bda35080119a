import { useContext, type ReactNode } from 'react';
import { Checkbox, Segmented } from 'antd';
import type { Element } from 'bpmn-js/lib/model/Types';
import type { Access } from '@chengban/domain';
import { useEditor } from '../design/editor-context.js';
import { objectOf } from '../modeler/moddle.js';
import { Field } from './field.js';
import { Group } from './group.js';
import { isSamePlace, placesOf, readFields, withField, type DrawnField, type PlaceRow } from './node-fields.js';
import { FormContext } from './use-form-fields.js';

const OPTIONS: { value: Access; label: string }[] = [
  { value: 'write', label: '填' },
  { value: 'read', label: '读' },
  { value: 'hidden', label: '隐' },
];

/** 字段权限: what this step may do with each field of the form, and with each column of its tables. */
export function FieldAccessGroup({ task, purpose }: { task: Element; purpose: 'draft' | 'review' }): ReactNode {
  const editor = useEditor();
  const form = useContext(FormContext);
  const object = objectOf(task);
  const drawn = readFields(object);
  if (!form && drawn.length === 0) return null;
  const places = form ? placesOf(form, purpose, drawn) : [];
  const lost = drawn.filter((field) => !places.some((place) => isSamePlace(place, field)));
  const set = (place: PlaceRow, change: Pick<DrawnField, 'access' | 'required'>): void => {
    const extensionElements = withField(object, place, change, editor.factory);
    editor.modeling.updateModdleProperties(task, object, { extensionElements });
  };
  return (
    <Group title="字段权限">
      <Field
        elementId={task.id}
        property="fields"
        label="每一项在这个环节"
        help={
          purpose === 'draft'
            ? '填：可以填写；读：只能看；隐：看不到，内容也不会送到这个环节。没改过的都可以填。'
            : '填：由审核人填写，随意见一起提交，不改变报送的内容；读：只能看；隐：看不到。没改过的都只能看。'
        }
      >
        <ul className="field-access">
          {places.map((place) => (
            <Row
              key={`${place.name}.${place.column ?? ''}`}
              place={place}
              drawn={drawn.find((field) => isSamePlace(field, place))}
              around={places.find((each) => each.name === place.name)?.title ?? ''}
              onSet={(change) => set(place, change)}
            />
          ))}
          {lost.map((field) => (
            <li key={`${field.name}.${field.column ?? ''}`}>
              <span className="field-access-title">{[field.name, field.column].filter(Boolean).join('.')}</span>
              <button type="button" className="link" onClick={() => set({ ...UNKNOWN, ...field }, {})}>
                删去
              </button>
            </li>
          ))}
        </ul>
      </Field>
    </Group>
  );
}

/** Said of what the form does not have: nothing holds there, so that setting nothing removes the rule. */
const UNKNOWN = { title: '', usual: 'read', usuallyRequired: false } as const;

interface RowProps {
  place: PlaceRow;
  drawn: DrawnField | undefined;
  /** the table of a column */
  around: string;
  onSet: (change: Pick<DrawnField, 'access' | 'required'>) => void;
}

function Row({ place, drawn, around, onSet }: RowProps): ReactNode {
  const access = drawn?.access ?? place.usual;
  const required = drawn?.required ?? place.usuallyRequired;
  const isColumn = place.column !== undefined;
  const called = isColumn ? `${around}的${place.title}` : place.title;
  return (
    <li className={isColumn ? 'field-access-column' : undefined}>
      <span className="field-access-title">{place.title}</span>
      <Segmented<Access>
        size="small"
        aria-label={`${called}：填、读或隐`}
        name={`access-${place.name}-${place.column ?? ''}`}
        options={OPTIONS}
        value={access}
        onChange={(next) => onSet({ access: next, required })}
      />
      <Checkbox
        aria-label={`${called}必填`}
        checked={access === 'write' && required}
        disabled={access !== 'write'}
        onChange={(event) => onSet({ access, required: event.target.checked })}
      >
        必填
      </Checkbox>
    </li>
  );
}
