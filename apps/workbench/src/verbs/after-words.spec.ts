import { afterWords, whoHasIt } from './after-words';

const running = (...next: { name: string; who: string[] }[]) => ({ instance: { status: 'running' }, next });

test('after an act it is said who has the matter now, and at which step', () => {
  expect(afterWords('return', '已退回', running({ name: '填报', who: ['陈志强', '公安局经办人'] }))).toBe(
    '已退回。现在由陈志强、公安局经办人办理（填报）',
  );
  expect(whoHasIt(running({ name: '会签', who: ['甲'] }, { name: '会签', who: ['乙'] }))).toBe(
    '现在由甲办理（会签），乙办理（会签）',
  );
});

test('many who could take it are counted', () => {
  expect(whoHasIt(running({ name: '核定', who: ['甲', '乙', '丙', '丁', '戊', '己'] }))).toBe(
    '现在由甲、乙等 6 人办理（核定）',
  );
});

test('the one to whom a task was passed has it, though no task was opened', () => {
  expect(whoHasIt(running(), ['黄国栋'])).toBe('现在由黄国栋办理');
});

test('an act that ends the matter by force does not say that it is done', () => {
  expect(afterWords('approve', '办理成功', { instance: { status: 'completed' }, next: [] })).toBe(
    '办理成功。全部环节已完成，事项已办结',
  );
  expect(afterWords('terminate', '已终止', { instance: { status: 'completed' }, next: [] })).toBe('已终止');
});

test('a vote that leaves the others at work says only that it was cast', () => {
  expect(afterWords('approve', '办理成功', running())).toBe('办理成功');
});
