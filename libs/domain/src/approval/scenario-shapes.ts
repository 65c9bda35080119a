import type { Json, JsonObject } from '../shared/json.js';
import { readTimerText } from '../calendar/timer-text.js';
import { SCENARIO_MATTER_VERBS } from './scenario.js';
import type { SCENARIO_VERBS } from './scenario.js';
import { SIGNER_MODES, SIGNER_SIDES } from './standing/standing.js';
import type { ReturnTo } from './standing/standing.js';

export type Kind =
  'text' | 'texts' | 'object' | 'people' | 'item' | 'span' | 'date' | 'where' | 'after' | 'side' | 'mode';

export interface Shape {
  readonly must: Readonly<Record<string, Kind>>;
  readonly may: Readonly<Record<string, Kind>>;
}

export const EXPECTED: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...(['refused', 'incident'] as const).map((name) => [name, 'text']),
  ...(['then', 'fires', 'sends'] as const).map((name) => [name, 'texts']),
]);
const onTask = (must: Shape['must'], may: Shape['may']): Shape => ({
  must: { at: 'text', ...must },
  may: { as: 'text', for: 'item', ...may },
});
const SAID: Shape['may'] = { reason: 'text', form: 'object' };

const TASK_STEPS: Readonly<Record<(typeof SCENARIO_VERBS)[number], Shape>> = {
  claim: onTask({}, {}),
  release: onTask({}, {}),
  save: onTask({}, { form: 'object' }),
  submit: onTask({}, { form: 'object', chosen: 'people' }),
  approve: onTask({}, { ...SAID, chosen: 'people' }),
  return: onTask({}, { ...SAID, where: 'where', to: 'text', after: 'after' }),
  reject: onTask({}, SAID),
  transfer: onTask({ to: 'text' }, { reason: 'text' }),
  delegate: onTask({ to: 'text' }, { reason: 'text' }),
  reply: onTask({}, { reason: 'text' }),
  addSigner: onTask({ with: 'texts' }, { side: 'side', mode: 'mode', reason: 'text' }),
  removeSigner: onTask({ to: 'text' }, { reason: 'text' }),
};

/** What each `do` needs and takes. */
export const STEPS: Readonly<Record<string, Shape>> = {
  ...TASK_STEPS,
  ...Object.fromEntries(SCENARIO_MATTER_VERBS.map((verb) => [verb, { must: {}, may: { as: 'text', reason: 'text' } }])),
  wait: { must: { span: 'span' }, may: {} },
  until: { must: { date: 'date' }, may: {} },
  timer: { must: { at: 'text' }, may: {} },
  complete: { must: { at: 'text' }, may: { for: 'item', variables: 'object' } },
  message: { must: { name: 'text' }, may: { key: 'text', at: 'text', variables: 'object' } },
  signal: { must: { name: 'text' }, may: { variables: 'object' } },
  job: { must: { at: 'text' }, may: { for: 'item', result: 'object', error: 'text', failed: 'text' } },
  retry: { must: { at: 'text' }, may: { for: 'item', variables: 'object' } },
  change: { must: { variables: 'object' }, may: {} },
  terminate: { must: { outcome: 'text' }, may: {} },
};

/** `{ wait: P3D }` says the same as `{ do: wait, span: P3D }`. */
export const SHORT: Readonly<Record<string, string>> = { wait: 'span', until: 'date', message: 'name', signal: 'name' };

export const SCENARIO: Shape = {
  must: { name: 'text' },
  may: {
    starts: 'date',
    process: 'text',
    at: 'text',
    variables: 'object',
    people: 'people',
    ends: 'text',
    passes: 'texts',
  },
};

const WHERES: readonly ReturnTo['where'][] = ['drafter', 'previous', 'named', 'node'];
const AFTERS: readonly ReturnTo['after'][] = ['direct', 'replay'];

export const SHOULD: Readonly<Record<Kind, string>> = {
  text: '应当是文字',
  texts: '应当是列表，例如 [draft]',
  object: '应当是一组“名称: 值”，例如 { progress: 已完成 }',
  people: '应当是节点和办理人，例如 { review: [甲, 乙] }',
  where: `只能是 ${WHERES.join('、')}`,
  after: `只能是 ${AFTERS.join('、')}`,
  side: `只能是 ${SIGNER_SIDES.join('、')}`,
  mode: `只能是 ${SIGNER_MODES.join('、')}`,
  item: '应当是名称，或者从 1 数起的序号',
  span: '应当是时长，例如 P3D 或 5个工作日',
  date: '应当是日期，例如 2024-11-20 或 2024-11-20T09:00',
};

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Json): value is string => typeof value === 'string' && value !== '';

const isOneOf =
  (words: readonly string[]) =>
  (value: Json): boolean =>
    typeof value === 'string' && words.includes(value);

export const HOLDS: Readonly<Record<Kind, (value: Json) => boolean>> = {
  text: isText,
  texts: (value) => Array.isArray(value) && value.every((each: Json) => isText(each)),
  object: isObject,
  people: (value) => isObject(value) && Object.values(value).every((each) => HOLDS.texts(each)),
  where: isOneOf(WHERES),
  after: isOneOf(AFTERS),
  side: isOneOf(SIGNER_SIDES),
  mode: isOneOf(SIGNER_MODES),
  item: (value) => isText(value) || typeof value === 'number',
  span: (value) => isText(value) && readTimerText('duration', value).ok,
  date: (value) => isText(value) && readTimerText('date', value).ok,
};
