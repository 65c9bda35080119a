import { readFile } from 'node:fs/promises';
import { checkFlow, readBpmn } from '@chengban/domain';
import { decisionTemplate } from './decision-template.js';

test('the table that a new decision starts with can be published as it is', async () => {
  const shipped = await readFile('workflows/stage-result/workflow.bpmn', 'utf8');
  const drawn = shipped
    .replace(
      /<bpmn:process /,
      `<bpmn:extensionElements><chengban:decision key="decision1"><![CDATA[${decisionTemplate('decision1')}]]></chengban:decision></bpmn:extensionElements>$&`,
    )
    .replace(/<bpmn:userTask id="review"([^>]*)>[^]*?<\/bpmn:userTask>/, (whole) =>
      whole
        .replaceAll('bpmn:userTask', 'bpmn:businessRuleTask')
        .replace('id="review"', 'id="review" chengban:decision="decision1"')
        .replace(/chengban:(purpose|approveLabel|submitLabel|returnTo|dueWorkdays)="[^"]*"/g, '')
        .replace(/<bpmn:extensionElements>[^]*?<\/bpmn:extensionElements>/, ''),
    );
  const read = await readBpmn(drawn);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(Object.keys(read.value.decisions)).toEqual(['decision1']);
  expect(checkFlow(read.value).filter(({ code }) => code === 'decision-problem')).toEqual([]);
});
