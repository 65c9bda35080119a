import type { Json, JsonObject } from '../shared/json.js';
import type { Scenario, ScenarioStep } from './scenario.js';
import { EXPECTED, HOLDS, SCENARIO, SHORT, SHOULD, STEPS, isObject } from './scenario-shapes.js';
import type { Shape } from './scenario-shapes.js';

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
