import { readBpmn } from '../../bpmn/read-bpmn.js';
import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { soundness } from './soundness.js';

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const task = (id: string): string => `<bpmn:userTask id="${id}" name="${id}"/>`;
const choice = (id: string, fallback: string): string =>
  `<bpmn:exclusiveGateway id="${id}" name="${id}" default="${id}-${fallback}"/>`;

/** Two questions in a row; work that never ends lies behind the second. */
async function judged(first: string, second: string) {
  const read = await readBpmn(
    bpmnProcess(
      `<bpmn:startEvent id="s"/>${choice('one', 'done')}${choice('two', 'done')}${task('round')}<bpmn:exclusiveGateway id="again"/>
       <bpmn:endEvent id="done"/>${flow('s', 'one')}${flow('one', 'two', first)}${flow('one', 'done')}
       ${flow('two', 'again', second)}${flow('two', 'done')}${flow('again', 'round')}${flow('round', 'again')}`,
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { verdict, scopes } = soundness(read.value);
  const endless = scopes.flatMap(({ troubles }) => troubles.filter(({ kind }) => kind === 'endless'));
  return { verdict, endless: endless.map(({ counterexample }) => counterexample.steps.map((step) => step.choice)) };
}

test('rounds without an end behind two choices are shown with both of them', async () => {
  const { verdict, endless } = await judged('form.size > 3', 'form.size > 5');
  expect(verdict).toBe('unsound');
  for (const choices of endless) expect(choices.slice(0, 2)).toEqual(['one-two', 'two-again']);
  expect(endless.length).toBeGreaterThan(0);
});

test('rounds that only choices against each other lead to are none', async () => {
  const { endless } = await judged('form.size > 3', 'form.size &lt;= 3');
  expect(endless).toEqual([]);
});
