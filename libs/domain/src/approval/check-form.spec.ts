import { draft, end, flows, start, xor } from '../../../../test/properties/engine/draw.js';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { checkForm } from './check-form.js';
import type { FormDefinition } from './form.js';

const form: FormDefinition = {
  key: 'f',
  title: '办理情况',
  schema: {
    type: 'object',
    properties: {
      amount: { type: 'number', title: '涉及资金' },
      kind: { type: 'string', title: '类别' },
      urgent: { type: 'boolean' },
    },
  },
  ui: { order: ['amount', 'kind', 'urgent'] },
  evidence: { min: 0, max: 1 },
};

const HEAD =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1"';

const found = async (condition: string) => {
  const drawing = [start('s'), draft('w'), xor('x', 'x-f'), end('e'), end('f')].join('');
  const lines = flows('s>w', 'w>x', `x>e?${condition}`, 'x>f');
  const xml = `<bpmn:definitions ${HEAD} id="d" targetNamespace="t"><bpmn:process id="p">${drawing}${lines}</bpmn:process></bpmn:definitions>`;
  const model = await readBpmn(xml);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return checkForm(model.value, form).map(({ code, at }) => [code, at?.elementId]);
};

describe('conditions against the form', () => {
  test.each([
    'form.amount > 50 and form.kind = "重点"',
    'form.urgent = true',
    '"重点" = form.kind',
    'verdict = "return"',
  ])('that fit are left alone: %s', async (condition) => expect(await found(condition)).toEqual([]));

  test('name a field that the form does not have', async () => {
    expect(await found('form.amuont > 50')).toEqual([['form-field', 'x-e']]);
  });

  test.each(['form.amount = "50"', 'form.kind = 3', '"是" = form.urgent'])(
    'compare a field with what it never is: %s',
    async (condition) => expect(await found(condition)).toEqual([['form-field-type', 'x-e']]),
  );
});
