import { readBpmn } from '../../bpmn/read-bpmn.js';
import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { checkFlow } from '../check-flow.js';

test('a flow into a start event is told as such, and the runs are not judged', async () => {
  const read = await readBpmn(
    bpmnProcess(
      `<bpmn:startEvent id="s"/><bpmn:userTask id="a" name="a"/><bpmn:endEvent id="e"/>
       <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
       <bpmn:sequenceFlow id="f3" sourceRef="a" targetRef="s"/>`,
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(checkFlow(read.value).map((finding) => finding.code)).toContain('flow-direction');
});
