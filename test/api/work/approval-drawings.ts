// Flows whose reviews are decided by several people, returned, or chosen: for stories about approval.

const head = (id: string, attributes: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="urn:chengban:flows">
  <bpmn:process id="${id}" name="审批测试" isExecutable="true" ${attributes}>${body}</bpmn:process>
</bpmn:definitions>`;

export const HANDLER = '<chengban:assignment kind="role" unit="responsible" role="handler" />';
export const DESK = '<chengban:assignment kind="role" unit="supervisor" role="supervisionHandler" />';
export const REVIEWER = '<chengban:assignment kind="role" unit="supervisor" role="supervisionReviewer" />';
export const LEADER = '<chengban:assignment kind="role" unit="supervisor" role="supervisionLeader" />';

export const userTask = (id: string, attributes: string, inside: string): string =>
  `<bpmn:userTask id="${id}" name="${id}" ${attributes}><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask>`;

const draft = userTask('draft', 'chengban:purpose="draft"', HANDLER);

const flows = (...ways: readonly string[]): string =>
  ways
    .map((way, at) => {
      const [from, to] = way.split('>');
      return `<bpmn:sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}" />`;
    })
    .join('');

/** draft → each of these in a row → end. */
export const inARow = (id: string, tasks: Readonly<Record<string, string>>, attributes = ''): string => {
  const names = ['draft', ...Object.keys(tasks)];
  const ways = names.map((name, at) => `${name}>${names[at + 1] ?? 'end'}`);
  return head(
    id,
    attributes,
    `<bpmn:startEvent id="start" />${draft}${Object.values(tasks).join('')}<bpmn:endEvent id="end" />${flows('start>draft', ...ways)}`,
  );
};

/** draft → these beside each other → one more → end. */
export const beside = (id: string, tasks: Readonly<Record<string, string>>, last: string): string => {
  const names = Object.keys(tasks);
  return head(
    id,
    '',
    `<bpmn:startEvent id="start" />${draft}<bpmn:parallelGateway id="split" />${Object.values(tasks).join('')}
     <bpmn:parallelGateway id="join" />${last}<bpmn:endEvent id="end" />
     ${flows('start>draft', 'draft>split', ...names.flatMap((name) => [`split>${name}`, `${name}>join`]), 'join>last', 'last>end')}`,
  );
};

/** draft → whatever is drawn, by ways such as `first>second`; it ends at `end`. */
export const flow = (id: string, attributes: string, inside: string, ...ways: readonly string[]): string =>
  head(
    id,
    attributes,
    `<bpmn:startEvent id="start" />${draft}${inside}<bpmn:endEvent id="end" />${flows('start>draft', ...ways)}`,
  );

/** Everybody with a seat decides: the three of the supervising office. */
export const VOTERS = `${DESK}${REVIEWER}${LEADER}`;
