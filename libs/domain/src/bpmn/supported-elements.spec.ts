import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expectGolden } from '../../../../test/support/golden.js';
import { supportOf, supportedElements } from './supported-elements.js';

const pages = new URL('../../../../docs/elements/', import.meta.url);
const named = [...new Set(supportedElements.flatMap(({ page }) => page ?? []))];
const text = (page: string): string => readFileSync(new URL(`${page}.md`, pages), 'utf8');

interface SchemaType {
  readonly name: string;
  readonly isAbstract?: boolean;
}

/** What the standard's schema knows and what is part of something that has a row: never drawn or refused by itself. */
const PARTS: Readonly<Record<string, string>> = {
  'the file':
    'Definitions Import Extension ExtensionElements ExtensionDefinition ExtensionAttributeDefinition Relationship Documentation',
  'triggers, which are rows of the events that carry them':
    'MessageEventDefinition TimerEventDefinition SignalEventDefinition ConditionalEventDefinition ErrorEventDefinition EscalationEventDefinition CompensateEventDefinition CancelEventDefinition LinkEventDefinition TerminateEventDefinition ImplicitThrowEvent',
  'what triggers name': 'Message Signal Error Escalation Operation',
  'data inside an activity':
    'DataAssociation Assignment InputOutputSpecification InputOutputBinding InputSet OutputSet DataState ItemAwareElement',
  expressions: 'Expression FormalExpression ComplexBehaviorDefinition',
  'who works, beside our own assignment':
    'ResourceRole Performer HumanPerformer PotentialOwner ResourceParameter ResourceParameterBinding ResourceAssignmentExpression Rendering',
  'correlation as the standard writes it':
    'CorrelationKey CorrelationPropertyBinding CorrelationPropertyRetrievalExpression CorrelationSubscription',
  'pools and conversations':
    'ParticipantAssociation ParticipantMultiplicity MessageFlowAssociation ConversationAssociation ConversationLink',
  'notes on a process or a drawing': 'Auditing Monitoring CategoryValue',
};

test('every element type of the BPMN schema has a row, or is a part of one that has', () => {
  const schema = createRequire(import.meta.url)('bpmn-moddle/resources/bpmn/json/bpmn.json') as {
    readonly types: readonly SchemaType[];
  };
  const rows = new Set(supportedElements.map(({ element }) => element.replace(/^bpmn:/, '').replace(/\/.*$/, '')));
  const parts = new Set(Object.values(PARTS).flatMap((names) => names.split(' ')));
  const types = schema.types.filter(({ isAbstract }) => isAbstract !== true).map(({ name }) => name);
  expect(types.filter((name) => !rows.has(name) && !parts.has(name))).toEqual([]);
  expect([...parts].filter((name) => !types.includes(name) || rows.has(name))).toEqual([]);
});

test('every row is one of a kind: a page where it runs, a reason and a cure where it is refused', () => {
  const elements = supportedElements.map(({ element }) => element);
  expect(new Set(elements).size).toBe(elements.length);
  for (const { element, status, name, page, reason, cure } of supportedElements) {
    expect([element, name !== '', page !== undefined]).toEqual([element, true, status === 'runs']);
    expect([element, reason !== undefined && cure !== undefined]).toEqual([element, status === 'refused']);
  }
});

test('an element that the standard does not know is refused in words', () => {
  expect(supportOf('bpmn:Teleporter')).toMatchObject({ status: 'refused', name: 'Teleporter' });
});

test('every page that the table names exists, and every page that exists is named', () => {
  const files = readdirSync(pages).filter((file) => file.endsWith('.md') && file !== 'README.md');
  expect(files.map((file) => file.replace('.md', '')).sort()).toEqual(named.toSorted());
});

test.each(named)('the page %s names each of its elements, its Chinese name and its clause', (page) => {
  const [title = '', , first = ''] = text(page).split('\n');
  expect(title).toMatch(/^# \S/);
  expect(first).toMatch(/BPMN 2\.0\.2 §\d/);
  for (const { element, name } of supportedElements.filter((each) => each.page === page)) {
    expect([element, first.includes(`\`${element.replace(/\/.*$/, '')}\``)]).toEqual([element, true]);
    if (!element.includes('/')) expect(first).toContain(name.replace(/（.*$/, ''));
  }
  for (const heading of ['## What it means', '## What the engine does', '## Limits']) {
    expect(text(page)).toContain(`\n${heading}\n`);
  }
});

test('the index of the pages is the table', () => {
  const titleOf = (page: string): string => text(page).split('\n')[0]!.replace(/^# /, '');
  const rowsOf = (page: string): string =>
    supportedElements
      .filter((each) => each.page === page)
      .map(({ name }) => name)
      .join('、');
  const refused = supportedElements.filter(({ status }) => status === 'refused');
  const drawn = supportedElements.filter(({ status }) => status === 'drawn');
  const lines = [
    '# Elements',
    '',
    'What this engine does with every kind of BPMN 2.0.2 element, as the table `libs/domain/src/bpmn/supported-elements.ts` says. Nothing is dropped silently: what does not run blocks publishing, in words.',
    '',
    '## Runs',
    '',
    ...named.map((page) => `- [${titleOf(page)}](${page}.md): ${rowsOf(page)}`),
    '',
    '## Only drawn',
    '',
    'Explains the drawing, has no effect on the run.',
    '',
    ...drawn.map(({ element, name }) => `- \`${element}\` ${name}`),
    '',
    '## Refused',
    '',
    ...refused.map(({ element, name, reason, cure }) => `- \`${element}\` ${name}：${reason}。${cure}`),
    '',
  ];
  expectGolden(fileURLToPath(new URL('README.md', pages)), lines.join('\n'));
});
