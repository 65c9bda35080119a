import { decisionProblems } from './decision-problems.js';

const file = (table: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="a" name="等级">${table}</decision></definitions>`;
const input = '<input label="金额"><inputExpression><text>form.金额</text></inputExpression></input>';
const rule = (test: string, result: string): string =>
  `<rule><inputEntry><text>${test}</text></inputEntry><outputEntry><text>${result}</text></outputEntry></rule>`;
const table = (inside: string, policy = 'UNIQUE'): string =>
  file(`<decisionTable hitPolicy="${policy}">${inside}</decisionTable>`);

test('a right table has no problems', () => {
  expect(decisionProblems(table(`${input}<output/>${rule('&gt; 3', '"大"')}${rule('-', '')}`))).toEqual([]);
});

test.each([
  [table(`${input}<output/>${rule('&gt; ', '1')}`), '决策“等级”第 1 条规则第 1 列输入：条件没有写完，请改正'],
  [table(`${input}<output/>${rule('-', '1')}${rule('-', '1 +')}`), '第 2 条规则第 1 列输出：表达式没有写完'],
  [table(`${input}<output/>${rule('-', 'for i in 1..1000000000 return i')}`), '循环超过'],
  [table(`<input/><output/>${rule('-', '1')}`), '第 1 列输入没有写表达式'],
  [table(`${input}${rule('-', '1')}`), '没有输出列'],
  [table(`${input}<output/><output/>`), '第 1 列输出没有名字'],
  [table(`${input}<output name="x"/><output name="x"/>`), '有两列输出同名'],
  [table(`${input}<output/><rule><inputEntry/></rule>`), '第 1 条规则的格数和列数不一样'],
  [table(`${input}<output/>`, 'BEST'), '命中策略“BEST”不认识'],
  [table(`${input}<output/>`, 'PRIORITY'), '没有写输出的取值顺序'],
  [table(`${input}<output/>`, 'COLLECT" aggregation="AVG'), '汇总方式“AVG”不认识'],
  [table(`${input}<output name="a"/><output name="b"/>`, 'COLLECT" aggregation="SUM'), '只能有一列输出'],
  [file('<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>'), '只支持 FEEL'],
  [file('<literalExpression><text></text></literalExpression>'), '表达式是空的'],
  [file('<knowledgeRequirement/><literalExpression><text>1</text></literalExpression>'), '业务知识模型'],
])('what is wrong is told with its place and its cure: %#', (xml, problem) => {
  expect(decisionProblems(xml).join('；')).toContain(problem);
});
