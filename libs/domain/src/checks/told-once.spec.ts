import { readFile } from 'node:fs/promises';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { stuck } from './stuck.js';

/** The shipped flow with both ways taken at once where one should be chosen: it always comes round again. */
async function bothWays(): Promise<string> {
  const shipped = await readFile('workflows/stage-result/workflow.bpmn', 'utf8');
  return shipped
    .replace(/<bpmn:exclusiveGateway id="decision"[^>]*>/, '<bpmn:parallelGateway id="decision" name="审核意见">')
    .replace('</bpmn:exclusiveGateway>', '</bpmn:parallelGateway>')
    .replace(/<bpmn:conditionExpression[^]*?<\/bpmn:conditionExpression>/g, '');
}

test('a round without an end is told once, where it is, and not at every step before it', async () => {
  const read = await readBpmn(await bothWays());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const findings = stuck.run(read.value, {});
  expect(findings.map(({ message }) => message)).toEqual([
    '依次办完“草稿”、“已报送”、“司法局审核”之后，流程在“审核意见”一带一直转，再也走不到结束。',
  ]);
});
