import { compiled, end, flows, start, task } from '../../../../test/properties/engine/draw.js';
import { unknownPlaces } from './scenario-places.js';
import type { Scenario } from './scenario.js';

const problems = async (scenario: Omit<Scenario, 'name'>) =>
  unknownPlaces(await compiled(start('s'), task('review'), end('e'), flows('s>review', 'review>e')), [
    { name: '退回', ...scenario },
  ]);

test('a script that names only what is drawn has no problem', async () => {
  expect(
    await problems({
      steps: [
        { do: 'approve', at: 'review', then: ['review'] },
        { do: 'wait', span: 'P1D' },
      ],
      passes: ['e'],
    }),
  ).toEqual([]);
});

test.each<[Omit<Scenario, 'name'>, string]>([
  [{ steps: [{ do: 'approve', at: 'reveiw' }] }, '场景“退回”第 1 步：流程图上没有节点“reveiw”，是不是“review”'],
  [{ steps: [{ do: 'approve', at: 'archive' }] }, '场景“退回”第 1 步：流程图上没有节点“archive”'],
  [{ steps: [{ do: 'wait', span: 'P1D', fires: ['late'] }] }, '流程图上没有节点“late”'],
  [{ steps: [], passes: ['revew'] }, '场景“退回”：流程图上没有节点“revew”，是不是“review”'],
  [{ steps: [], people: { revew: ['甲'] } }, '场景“退回”：流程图上没有节点“revew”，是不是“review”'],
  [{ steps: [{ do: 'return', at: 'review', to: 'darft' }] }, '第 1 步：流程图上没有节点“darft”'],
  [{ steps: [{ do: 'approve', at: 'review', chosen: { leder: ['甲'] } }] }, '第 1 步：流程图上没有节点“leder”'],
  [{ steps: [], process: 'other' }, '场景“退回”：文件里没有流程“other”'],
])('a script that names what is not drawn is told where, and the nearest name: %j', async (scenario, words) => {
  expect((await problems(scenario)).join()).toContain(words);
});
