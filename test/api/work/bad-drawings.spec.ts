import { city, type City } from './city.js';
import { STAGE_RESULT } from './drawings.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

const swap = (from: string, to: string): string => {
  if (!STAGE_RESULT.includes(from)) throw new Error(`the drawing has no ${from}`);
  return STAGE_RESULT.replace(from, to);
};

const BAD: [string, string][] = [
  ['nothing', ''],
  ['words', '这不是流程图'],
  ['JSON', '{"flow": true}'],
  ['XML that breaks off', STAGE_RESULT.slice(0, 900)],
  ['XML that is no BPMN', '<?xml version="1.0"?><html><body>你好</body></html>'],
  [
    'BPMN without a process',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"/>',
  ],
  [
    'entities that explode',
    `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${STAGE_RESULT.replace(/<\?xml[^>]*\?>/, '')}`,
  ],
  ['an entity that reads files', `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`],
  ['XML a hundred thousand levels deep', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
  [
    'a flow with no end',
    swap(/<bpmn:endEvent[\s\S]*?<\/bpmn:endEvent>/.exec(STAGE_RESULT)![0], '').replace(
      /<bpmn:sequenceFlow id="to-accepted"[\s\S]*?<\/bpmn:sequenceFlow>/,
      '',
    ),
  ],
  ['two flows with one id', swap('id="to-review-again"', 'id="to-review"')],
  ['two nodes with one id', swap('<bpmn:userTask id="returned"', '<bpmn:userTask id="review"')],
  ['a condition that does not parse', swap('verdict = "approve"', 'verdict = = approve (')],
  ['a condition in JavaScript', swap('verdict = "approve"', 'verdict === "approve" && steal()')],
  ['a flow that leads nowhere', swap('targetRef="submitted"', 'targetRef="nobody"')],
  [
    'an element that does not run',
    swap('<bpmn:userTask id="submitted"', '<bpmn:scriptTask id="script" name="脚本"/><bpmn:userTask id="submitted"'),
  ],
];

test.each(BAD)('%s is neither published nor a fault: plain Chinese says what to do', async (_what, xml) => {
  const admin = await c.as('admin');
  const checked = await admin.post('/definitions/check').send({ xml }).expect(200);
  expect(checked.body.publishable).toBe(false);
  expect(checked.body.findings.length).toBeGreaterThan(0);
  for (const { message } of checked.body.findings) expect(message).toMatch(/\p{Script=Han}/u);
  const answer = await admin
    .post('/definitions/stage-result/versions')
    .send({ xml, note: '试试', basedOn: 1 })
    .expect(422);
  expect(answer.body).toMatchObject({
    code: 'flow-not-publishable',
    title: '流程图还有问题，没有发布',
    findings: checked.body.findings,
  });
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
});

test('a drawing above two megabytes is refused before it is read', async () => {
  const admin = await c.as('admin');
  const huge = STAGE_RESULT.replace('</bpmn:process>', `<!-- ${'很大'.repeat(1_000_000)} --></bpmn:process>`);
  const answer = await admin.post('/definitions/check').send({ xml: huge });
  expect([413, 422, 400]).toContain(answer.status);
  expect(answer.body.title).toMatch(/\p{Script=Han}/u);
});

test('after all this nothing was published', async () => {
  const versions = await (await c.as('admin')).get('/definitions/stage-result/versions').expect(200);
  expect(versions.body.items).toHaveLength(1);
});

test.each([
  ['no drawing', { note: 'x', basedOn: 1 }],
  ['no note', { xml: '<x/>', note: '', basedOn: 1 }],
  ['a version that is no number', { xml: '<x/>', note: 'x', basedOn: 'one' }],
  ['a field nobody asked for', { xml: '<x/>', note: 'x', basedOn: 1, force: true }],
])('a request with %s names the field', async (_what, body) => {
  const answer = await (await c.as('admin')).post('/definitions/stage-result/versions').send(body).expect(400);
  expect(answer.body.errors).toHaveLength(1);
  expect(answer.body.errors[0].message).toMatch(/\p{Script=Han}/u);
});
