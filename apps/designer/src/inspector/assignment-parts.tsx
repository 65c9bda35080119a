import { useContext, useId, type ReactNode } from 'react';
import { InputNumber } from 'antd';
import { meantBy, type Assignment } from '@chengban/domain';
import { rolesIn, roleChoices } from './assignment-kinds.js';
import type { RuleProps } from './assignment-rule.js';
import { Choose } from './choose.js';
import { Field } from './field.js';
import { FormContext, useFormFields } from './use-form-fields.js';
import { usePeople, useUnits } from './use-people.js';

type Of<Kind extends Assignment['kind']> = Extract<Assignment, { kind: Kind }>;
type Part = Pick<RuleProps, 'elementId' | 'property' | 'suffix' | 'save'>;
type Option = { value: string; label: string };

/** Where a value is drawn that the list does not have, it is shown, not hidden. */
const withGone = (options: readonly Option[], value: string, word: string): Option[] =>
  value === '' || options.some((option) => option.value === value)
    ? [...options]
    : [...options, { value, label: `${value}（${word}）` }];

export function UnitField({
  elementId,
  property,
  suffix,
  unit,
  before = [],
  onUnit,
}: Part & { unit: string; before?: readonly Option[]; onUnit: (unit: string) => void }): ReactNode {
  const id = useId();
  const { units, isPending } = useUnits();
  const options = [...before, ...units.map((one) => ({ value: one.id, label: one.name }))];
  return (
    <Field elementId={elementId} property={`${property}.unit`} label={`单位${suffix}`} controlId={id}>
      <Choose
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder="请选择单位，可以输入名称查找"
        value={unit === '' && before.length === 0 ? undefined : unit}
        options={isPending ? options : withGone(options, unit, '系统里没有')}
        onChange={onUnit}
      />
    </Field>
  );
}

export function RoleField({
  elementId,
  property,
  suffix,
  unit,
  role,
  help,
  before = [],
  onRole,
}: Part & {
  unit: string;
  role: string;
  help?: string;
  before?: readonly Option[];
  onRole: (role: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <Field elementId={elementId} property={`${property}.role`} label={`岗位${suffix}`} controlId={id} help={help}>
      <Choose
        id={id}
        placeholder="请选择岗位"
        value={role === '' && before.length === 0 ? undefined : role}
        options={withGone([...before, ...roleChoices(unit)], role, '不在这个单位里')}
        onChange={onRole}
      />
    </Field>
  );
}

export function PersonField({ elementId, property, suffix, person, save }: Part & { person: string }): ReactNode {
  const id = useId();
  const { people, isPending } = usePeople(true);
  const options = people.map((one) => ({
    value: one.id,
    label: `${one.name}（${one.memberships.map((membership) => membership.unitName).join('、') || one.account}）`,
  }));
  return (
    <Field
      elementId={elementId}
      property={`${property}.person`}
      label={`人员${suffix}`}
      controlId={id}
      help="人员调动后流程会没有人办，能用岗位时请用岗位。"
    >
      <Choose
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        placeholder="请选择人员，可以输入姓名查找"
        value={person || undefined}
        options={isPending ? options : withGone(options, person, '系统里没有')}
        onChange={(next: string) => save({ kind: 'person', person: next })}
      />
    </Field>
  );
}

/** A field of the form that names people; or one that names units, together with the role in it. */
export function FormField({ assignment, ...part }: Part & { assignment: Of<'field'> }): ReactNode {
  const { elementId, property, suffix, save } = part;
  const id = useId();
  const form = useContext(FormContext) ?? undefined;
  const fields = useFormFields().filter(({ name }) => meantBy(form, name) !== null);
  const { field, role } = assignment;
  const choose = (next: string): void => {
    if (meantBy(form, next)?.kind === 'unit') save({ kind: 'field', field: next, role: role ?? 'reviewer' });
    else save({ kind: 'field', field: next });
  };
  return (
    <>
      <Field
        elementId={elementId}
        property={`${property}.field`}
        label={`表单里的哪一项${suffix}`}
        controlId={id}
        help={fields.length === 0 ? '表单里还没有人员或单位类型的项，请先在表单里加一项。' : undefined}
      >
        <Choose
          id={id}
          placeholder="请选择"
          value={field || undefined}
          options={withGone(
            fields.map(({ name, title }) => ({ value: name, label: title })),
            field,
            '不是表单里的人员或单位',
          )}
          onChange={choose}
        />
      </Field>
      {(role !== undefined || meantBy(form, field)?.kind === 'unit') && (
        <RoleField {...part} unit="" role={role ?? ''} onRole={(next) => save({ ...assignment, role: next })} />
      )}
    </>
  );
}

const ANY_UNIT = [
  { value: '', label: '不限单位' },
  { value: 'responsible', label: '承办单位' },
  { value: 'supervisor', label: '主管单位' },
];
const ANY_ROLE = [{ value: '', label: '不限岗位' }];

/** Within which unit and role the starter chooses, and how many. */
export function ChosenFields({ assignment, ...part }: Part & { assignment: Of<'chosen'> }): ReactNode {
  const { elementId, property, suffix, save } = part;
  const id = useId();
  const { unit = '', role = '', max } = assignment;
  const keep = (next: { unit?: string; role?: string; max?: number | null }): void => {
    const all = { unit, role, max: max ?? null, ...next };
    save({
      kind: 'chosen',
      ...(all.unit !== '' && { unit: all.unit }),
      ...(all.role !== '' && { role: all.role }),
      ...(all.max !== null && { max: all.max }),
    });
  };
  return (
    <>
      <UnitField
        {...part}
        unit={unit}
        before={ANY_UNIT}
        onUnit={(next) => keep({ unit: next, ...(!rolesIn(next).some((each) => each === role) && { role: '' }) })}
      />
      <RoleField {...part} unit={unit} role={role} before={ANY_ROLE} onRole={(next) => keep({ role: next })} />
      <Field
        elementId={elementId}
        property={`${property}.max`}
        label={`最多选几人${suffix}`}
        controlId={id}
        help="发起人报送时从这个范围里选；不填就不限人数。"
      >
        <InputNumber<number>
          id={id}
          controls={false}
          min={1}
          max={100}
          precision={0}
          suffix="人"
          value={max ?? null}
          onChange={(next) => keep({ max: next })}
        />
      </Field>
    </>
  );
}
