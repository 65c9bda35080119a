import { readUnits } from './units-cell.js';

const at = { row: 7, column: 4 };
const evidence = (text = '', ...words: string[]) => ({ text, words: new Set(words) });
const read = (cell: string, known = evidence()) => readUnits(cell, at, known);
const codes = (cell: string, known = evidence()) => read(cell, known).findings.map((f) => f.code);

describe('a cell of responsible units', () => {
  it.each([
    '市公安局 市司法局',
    '市公安局、市司法局',
    '市公安局，市司法局',
    '市公安局；市司法局',
    '市公安局\n市司法局',
    '市公安局\u3000市司法局',
  ])('separates the names of %j', (cell) =>
    expect(read(cell)).toEqual({ units: ['市公安局', '市司法局'], repairs: [], findings: [] }),
  );

  it('joins a name broken over two words when the document itself writes it whole', () => {
    const known = evidence('下放执法职权事项的市直行政执法部门要制定计划');
    expect(read('市司法局 下放执法职权事项的市直 行政执法部门', known)).toEqual({
      units: ['市司法局', '下放执法职权事项的市直行政执法部门'],
      repairs: [
        {
          code: 'unit-name-joined',
          message: '被拆成两段的单位名称已合并。',
          at,
          before: '下放执法职权事项的市直 行政执法部门',
          after: '下放执法职权事项的市直行政执法部门',
        },
      ],
      findings: [],
    });
  });

  it('joins what can only be one name but stands nowhere else, and asks', () => {
    expect(read('市卫生 健康局').units).toEqual(['市卫生健康局']);
    expect(codes('市卫生 健康局')).toEqual(['unit-join-to-confirm']);
  });

  it('joins two complete names only when another cell or the register has them as one', () => {
    const cell = '江门市生态环境局 台山分局';
    expect(read(cell).units).toEqual(['江门市生态环境局', '台山分局']);
    expect(read(cell, evidence('', '江门市生态环境局台山分局')).units).toEqual(['江门市生态环境局台山分局']);
  });

  it('never joins across the beginning of another name', () => {
    expect(read('下放职权的市直 市司法局').units).toEqual(['下放职权的市直', '市司法局']);
    expect(codes('下放职权的市直 市司法局')).toEqual(['unit-name-doubtful']);
  });

  it('keeps brackets with their name', () => {
    expect(read('各镇 （街） 市司法局').units).toEqual(['各镇（街）', '市司法局']);
    expect(read('有关部门（公安、交通） 市司法局').units).toEqual(['有关部门（公安、交通）', '市司法局']);
  });

  it('counts a repeated name once and says so', () => {
    expect(read('市公安局 市公安局').units).toEqual(['市公安局']);
    expect(codes('市公安局 市公安局')).toEqual(['unit-repeated']);
  });

  it('drops who leads and who assists, and says so', () => {
    const cell = '牵头单位：市司法局 配合单位：市公安局 市财政局';
    expect(read(cell).units).toEqual(['市司法局', '市公安局', '市财政局']);
    expect(codes(cell)).toEqual(['unit-role-dropped', 'unit-role-dropped']);
  });

  it('says when a name does not look complete', () => expect(codes('台城')).toEqual(['unit-name-doubtful']));
});
