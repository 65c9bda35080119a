import type { Json, JsonObject } from '../shared/json.js';
import { readTimerText } from '../calendar/timer-text.js';
import { SCENARIO_VERBS } from './scenario.js';
import type { Scenario, ScenarioStep } from './scenario.js';

type Kind = 'text' | 'texts' | 'object' | 'item' | 'span' | 'date';

interface Shape {
  readonly must: Readonly<Record<string, Kind>>;
  readonly may: Readonly<Record<string, Kind>>;
}

const EXPECTED: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...(['refused', 'incident'] as const).map((name) => [name, 'text']),
  ...(['then', 'fires', 'sends'] as const).map((name) => [name, 'texts']),
]);
const PERSON: Shape = {
  must: { at: 'text' },
  may: { as: 'text', for: 'item', form: 'object', reason: 'text', where: 'text', to: 'text', after: 'text' },
};

/** What each `do` needs and takes. */
const STEPS: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(SCENARIO_VERBS.map((verb) => [verb, PERSON])),
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
const SHORT: Readonly<Record<string, string>> = { wait: 'span', until: 'date', message: 'name', signal: 'name' };

const SCENARIO: Shape = {
  must: { name: 'text' },
  may: { starts: 'date', process: 'text', at: 'text', variables: 'object', ends: 'text', passes: 'texts' },
};

/**
 * Reads parsed YAML or JSON: `{ scenarios: […] }`, or one scenario by itself, whose name may be missing. The list of what
 * is wrong with it, in words, when it is neither.
 */
export function readScenarios(value: Json): {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly string[];
} {
  if (!isObject(value)) return { scenarios: [], problems: ['缺少 scenarios 列表'] };
  const list = 'steps' in value ? [{ name: '脚本', ...value }] : value['scenarios'];
  if (!Array.isArray(list)) return { scenarios: [], problems: ['缺少 scenarios 列表'] };
  const problems: string[] = [];
  const scenarios = list.map((each: Json, at) =>
    readScenario(each, (problem) => problems.push(`第 ${at + 1} 个场景：${problem}`)),
  );
  return { scenarios: problems.length > 0 ? [] : scenarios, problems };
}

type Say = (problem: string) => void;

function readScenario(value: Json, say: Say): Scenario {
  if (!isObject(value)) say('不是一个对象');
  else {
    const { steps, ...rest } = value;
    check(rest, SCENARIO, '', say);
    if (!Array.isArray(steps)) say('没有 steps');
    else return { ...rest, steps: steps.map((step: Json, at) => readStep(step, at, say)) } as unknown as Scenario;
  }
  return { name: '', steps: [] };
}

function readStep(value: Json, at: number, say: Say): ScenarioStep {
  const where = `第 ${at + 1} 步`;
  if (!isObject(value)) say(`${where}不是一个对象`);
  else {
    const short = Object.keys(SHORT).find((name) => name in value && !('do' in value));
    const step = short === undefined ? value : spelledOut(value, short);
    const shape = STEPS[String(step['do'])];
    if (shape === undefined) {
      const written = 'do' in step ? `“${short40(step['do'])}”不认识，` : '没有 do，';
      say(`${where}${written}do 只能是 ${Object.keys(STEPS).join('、')}`);
    } else {
      const { do: _, ...rest } = step;
      check(rest, { must: shape.must, may: { ...shape.may, ...EXPECTED } }, where, say);
      return step as unknown as ScenarioStep;
    }
  }
  return { do: 'wait', span: '' };
}

function spelledOut(value: JsonObject, short: string): JsonObject {
  const { [short]: content = null, ...rest } = value;
  return { do: short, [SHORT[short] as string]: content, ...rest };
}

function check(value: JsonObject, { must, may }: Shape, where: string, say: Say): void {
  for (const name of Object.keys(must)) if (!(name in value)) say(`${where}没有 ${name}`);
  for (const [name, content] of Object.entries(value)) {
    const kind = must[name] ?? may[name];
    if (kind === undefined) say(`${where}不能写 ${name}`);
    else if (!HOLDS[kind](content)) say(`${where}的 ${name} 写错了：“${short40(content)}”${SHOULD[kind]}`);
  }
}

const short40 = (value: Json | undefined): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? null)).slice(0, 40);

const SHOULD: Readonly<Record<Kind, string>> = {
  text: '应当是文字',
  texts: '应当是列表，例如 [draft]',
  object: '应当是一组“名称: 值”，例如 { progress: 已完成 }',
  item: '应当是名称，或者从 1 数起的序号',
  span: '应当是时长，例如 P3D 或 5个工作日',
  date: '应当是日期，例如 2024-11-20 或 2024-11-20T09:00',
};

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Json): value is string => typeof value === 'string' && value !== '';

const HOLDS: Readonly<Record<Kind, (value: Json) => boolean>> = {
  text: isText,
  texts: (value) => Array.isArray(value) && value.every((each: Json) => isText(each)),
  object: isObject,
  item: (value) => isText(value) || typeof value === 'number',
  span: (value) => isText(value) && readTimerText('duration', value).ok,
  date: (value) => isText(value) && readTimerText('date', value).ok,
};
