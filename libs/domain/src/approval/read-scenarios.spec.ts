import type { Json, JsonObject } from '../shared/json.js';
import { readScenarios } from './read-scenarios.js';

const step = (value: Json): Json => ({ scenarios: [{ name: 'a', steps: [value] }] });

test('a script is a list of scenarios, or one by itself', () => {
  const one: JsonObject = { steps: [{ wait: 'P3D' }, { message: '答复', variables: { 同意: true } }] };
  const { scenarios, problems } = readScenarios(one);
  expect(problems).toEqual([]);
  expect(scenarios).toEqual([
    {
      name: '脚本',
      steps: [
        { do: 'wait', span: 'P3D' },
        { do: 'message', name: '答复', variables: { 同意: true } },
      ],
    },
  ]);
  expect(
    readScenarios({
      scenarios: [
        { name: 'a', ...one },
        { name: 'b', ...one },
      ],
    }).scenarios,
  ).toHaveLength(2);
});

test.each([
  [null, '缺少 scenarios 列表'],
  [[], '缺少 scenarios 列表'],
  [{ scenarios: {} }, '缺少 scenarios 列表'],
  [{ scenarios: [1] }, '第 1 个场景：不是一个对象'],
  [{ scenarios: [{ name: 'a' }] }, '没有 steps'],
  [{ scenarios: [{ steps: [] }] }, '没有 name'],
  [{ scenarios: [{ name: 'a', steps: [], end: 'accepted' }] }, '不能写 end'],
  [{ scenarios: [{ name: 'a', steps: [], starts: '明天' }] }, 'starts 写错了'],
  [step(3), '第 1 步不是一个对象'],
  [step({ at: 'x', do: 'fly' }), 'do 只能是'],
  [step({ do: 'submit' }), '没有 at'],
  [step({ at: 'x', do: 'submit', form: 'text' }), 'form 写错了'],
  [step({ at: 'x', do: 'submit', than: [] }), '不能写 than'],
  [step({ wait: '三天' }), 'span 写错了'],
  [step({ until: '2024-02-30' }), 'date 写错了'],
  [step({ wait: 'P1D', then: 'review' }), 'then 写错了'],
  [step({ at: 'x', do: 'job', result: [] }), 'result 写错了'],
  [step({ do: 'terminate' }), '没有 outcome'],
  [step({ at: 'x', do: 'transfer' }), '没有 to'],
  [step({ at: 'x', do: 'addSigner' }), '没有 with'],
  [step({ at: 'x', do: 'addSigner', with: ['甲'], side: 'left' }), 'side 写错了：“left”只能是 before、after、beside'],
  [step({ at: 'x', do: 'addSigner', with: ['甲'], mode: 'most' }), 'mode 写错了'],
  [step({ at: 'x', do: 'return', where: 'home' }), 'where 写错了'],
  [step({ at: 'x', do: 'return', after: 'later' }), 'after 写错了'],
  [step({ at: 'x', do: 'submit', chosen: ['甲'] }), 'chosen 写错了'],
  [step({ at: 'x', do: 'withdraw' }), '不能写 at'],
  [step({ at: 'x', do: 'claim', to: 'y' }), '不能写 to'],
  [{ scenarios: [{ name: 'a', steps: [], people: { x: '甲' } }] }, 'people 写错了'],
])('what is no script is refused in words: %j', (value, words) => {
  const { scenarios, problems } = readScenarios(value);
  expect(scenarios).toEqual([]);
  expect(problems.join()).toContain(words);
});
