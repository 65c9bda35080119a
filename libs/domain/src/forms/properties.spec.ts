import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import type { Json, JsonObject } from '../shared/json.js';
import { fillIn } from './fill-in.js';
import { accessAt } from './form-access.js';
import { formProblems } from './form-problems.js';
import { isTable } from './form.js';
import type { FieldSet, FormDefinition, FormField } from './form.js';
import { referencesIn } from './references.js';
import { validateForm } from './validate-form.js';
import { visibleData } from './visible.js';

const NAMES = ['a', 'b', '金额', 'd4'];
const PEOPLE = ['p1', 'p2', 'p3'];
const AROUND = { today: '2024-11-01', persons: new Set(PEOPLE), units: new Set(PEOPLE), files: new Set(PEOPLE) };

/** A field with what its page can produce for it. */
interface Drawn {
  readonly field: FormField;
  readonly value: fc.Arbitrary<Json>;
}

const title = fc.constantFrom('甲', '乙', '丙');
const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-11-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });

const cells: fc.Arbitrary<Drawn> = fc.oneof(
  fc.record({ title, maxLength: fc.integer({ min: 1, max: 20 }) }).map(({ title: its, maxLength }) => ({
    field: { type: 'string', title: its, maxLength } as const,
    value: fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength })
      .filter((text) => text.trim() !== '' && [...text].length <= maxLength),
  })),
  fc.record({ title, step: fc.constantFrom(1, 0.1, 0.01) }).map(({ title: its, step }) => ({
    field: { type: 'number', title: its, minimum: -5, maximum: 5000, multipleOf: step } as const,
    value: fc.integer({ min: -5 / step, max: 5000 / step }).map((n) => Number((n * step).toFixed(2))),
  })),
  title.map((its) => ({ field: { type: 'boolean', title: its } as const, value: fc.boolean() })),
  title.map((its) => ({
    field: { type: 'string', title: its, enum: ['一', '二'] } as const,
    value: fc.constantFrom('一', '二'),
  })),
  title.map((its) => ({
    field: { type: 'array', title: its, items: { type: 'string', enum: ['一', '二'] } } as const,
    value: some(['一', '二']),
  })),
  title.map((its) => ({
    field: { type: 'string', title: its, format: 'date', formatMaximum: 'today' } as const,
    value: days,
  })),
  fc.constantFrom('person' as const, 'unit' as const).map((format) => ({
    field: { type: 'string', title: '谁', format } as const,
    value: fc.constantFrom(...PEOPLE),
  })),
);

const files: fc.Arbitrary<Drawn> = title.map((its) => ({
  field: { type: 'array', title: its, items: { type: 'string', format: 'file' } } as const,
  value: some(PEOPLE),
}));

const tables: fc.Arbitrary<Drawn> = setOf(cells).map(({ set, value }) => ({
  field: { type: 'array', title: '表', items: set, maxItems: 5 } as const,
  value: fc.array(value, { minLength: 1, maxLength: 5 }),
}));

function setOf(each: fc.Arbitrary<Drawn>): fc.Arbitrary<{ set: FieldSet; value: fc.Arbitrary<JsonObject> }> {
  return fc
    .record({
      names: fc.subarray(NAMES, { minLength: 1 }),
      drawn: fc.array(each, { minLength: 4, maxLength: 4 }),
      needed: fc.subarray(NAMES),
    })
    .map(({ names, drawn, needed }) => {
      const fields = names.map((name, index) => [name, drawn[index]!] as const);
      const required = needed.filter((name) => names.includes(name));
      const values = Object.fromEntries(fields.map(([name, one]) => [name, one.value]));
      return {
        set: {
          type: 'object',
          properties: Object.fromEntries(fields.map(([name, one]) => [name, one.field])),
          required,
        } as const,
        value: fc.record(values, { requiredKeys: required }) as fc.Arbitrary<JsonObject>,
      };
    });
}

const forms = setOf(
  fc.oneof({ weight: 3, arbitrary: cells }, { weight: 1, arbitrary: files }, { weight: 2, arbitrary: tables }),
).map(({ set, value }) => ({
  form: { key: 'f', title: '表', schema: set, ui: { order: [] }, evidence: { min: 0, max: 9 } } as FormDefinition,
  value,
}));

const filled = forms.chain(({ form, value }) => value.map((data) => ({ form, data })));
const spoilt = forms.chain(({ form }) =>
  fc
    .dictionary(fc.constantFrom(...NAMES, '__proto__', 'constructor', '别的'), fc.jsonValue({ maxDepth: 3 }))
    .map((data) => ({ form, data: data as JsonObject })),
);

/** Whether a path leads to a field, a row or a column of the form, or names what the data have and the form has not. */
function leadsSomewhere(form: FormDefinition, data: JsonObject, path: string): boolean {
  const [name = '', row, column] = path.split('/');
  const field = Object.hasOwn(form.schema.properties, name) ? form.schema.properties[name] : undefined;
  if (field === undefined) return row === undefined && Object.hasOwn(data, name);
  if (row === undefined) return true;
  const rows = data[name] as readonly JsonObject[];
  if (!isTable(field) || rows[Number(row)] === undefined) return false;
  return (
    column === undefined || Object.hasOwn(field.items.properties, column) || Object.hasOwn(rows[Number(row)]!, column)
  );
}

const RUNS = { numRuns: propertyRuns(300) };

test('every form that is drawn here is one that may be published', () => {
  fc.assert(
    fc.property(forms, ({ form }) => expect(formProblems(form)).toEqual([])),
    RUNS,
  );
});

test('whatever the page can produce may be handed in, and filling it in changes nothing but the keys of rows', () => {
  fc.assert(
    fc.property(filled, ({ form, data }) => {
      expect(validateForm(form, data, 0, AROUND)).toEqual([]);
      const result = fillIn(form, accessAt(form, { purpose: 'draft' }), {}, data, 'all');
      expect(result.findings).toEqual([]);
      expect(validateForm(form, result.data, 0, AROUND)).toEqual([]);
      expect(fillIn(form, accessAt(form, { purpose: 'draft' }), {}, result.data, 'all').data).toEqual(result.data);
    }),
    RUNS,
  );
});

test('whatever is refused names a path that is there, and nothing is tripped over', () => {
  fc.assert(
    fc.property(spoilt, fc.constantFrom('draft', 'review'), ({ form, data }, purpose) => {
      const access = accessAt(form, { purpose } as never);
      const found = [
        ...validateForm(form, data, 0, AROUND),
        ...fillIn(form, access, {}, data, purpose === 'draft' ? 'all' : 'some').findings,
      ];
      for (const { at, message } of found) {
        expect(leadsSomewhere(form, data, at?.property ?? '/')).toBe(true);
        expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
      }
      referencesIn(form, data);
      visibleData(data, access);
    }),
    RUNS,
  );
});

const accesses = forms.chain(({ form, value }) =>
  fc
    .record({
      before: value,
      given: value,
      rules: fc.array(fc.constantFrom('write', 'read', 'hidden'), { minLength: 8, maxLength: 8 }),
    })
    .map(({ before, given, rules }) => {
      const names = Object.keys(form.schema.properties);
      const columns = names.flatMap((name) => {
        const field = form.schema.properties[name]!;
        return isTable(field) ? Object.keys(field.items.properties).map((column) => ({ name, column })) : [];
      });
      const fields = [...names.map((name) => ({ name })), ...columns].map((place, index) => ({
        ...place,
        access: rules[index % rules.length] as 'write' | 'read' | 'hidden',
      }));
      return { form, before, given, fields };
    }),
);

test('whatever is given, what may not be written stays as it was and what is hidden stays unseen', () => {
  fc.assert(
    fc.property(accesses, fc.constantFrom('all', 'some'), ({ form, before, given, fields }, extent) => {
      const access = accessAt(form, { purpose: 'review', fields });
      const keyed = fillIn(form, accessAt(form, { purpose: 'draft' }), {}, before, 'all').data;
      const { data } = fillIn(form, access, keyed, given, extent as 'all');
      for (const [name, here] of Object.entries(access)) {
        const mayWrite =
          here.access === 'write' || Object.values(here.columns ?? {}).some((one) => one.access === 'write');
        if (!mayWrite) expect(data[name]).toEqual(keyed[name]);
        if (here.access === 'hidden') expect(visibleData(data, access)).not.toHaveProperty([name]);
      }
    }),
    RUNS,
  );
});
