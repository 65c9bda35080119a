import { readBpmn } from '../../../bpmn/read-bpmn.js';
import { bpmnProcess } from '../../../../../../test/support/bpmn-text.js';
import { soundness } from '../soundness.js';

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const node = (kind: string, id: string, more = ''): string => `<bpmn:${kind} id="${id}" name="${id}" ${more}/>`;

/** Work with a reminder beside it that meets it again, and a way back to before it. */
const round = (n: number, meets: string, back: string, on: string): string =>
  node('exclusiveGateway', `enter${n}`) +
  node('userTask', `work${n}`) +
  `<bpmn:boundaryEvent id="remind${n}" attachedToRef="work${n}" cancelActivity="false"><bpmn:messageEventDefinition/></bpmn:boundaryEvent>` +
  node('userTask', `beside${n}`) +
  node(meets, `meet${n}`) +
  node('exclusiveGateway', `again${n}`, `default="again${n}-${on}"`) +
  flow(`enter${n}`, `work${n}`) +
  flow(`remind${n}`, `beside${n}`) +
  flow(`work${n}`, `meet${n}`) +
  flow(`beside${n}`, `meet${n}`) +
  flow(`meet${n}`, `again${n}`) +
  flow(`again${n}`, back, `form.kind = "${n}"`) +
  flow(`again${n}`, on);

test('pieces in which reminders come beside work are explored by themselves', async () => {
  const read = await readBpmn(
    bpmnProcess(
      node('startEvent', 's') +
        node('exclusiveGateway', 'before') +
        flow('s', 'before') +
        flow('before', 'enter1') +
        round(1, 'exclusiveGateway', 'enter1', 'enter2') +
        round(2, 'inclusiveGateway', 'before', 'last') +
        node('userTask', 'last') +
        node('endEvent', 'e') +
        flow('last', 'e'),
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(soundness(read.value).verdict).toBe('unsound');
});
