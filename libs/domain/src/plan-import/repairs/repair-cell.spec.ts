import fc from 'fast-check';
import { DEADLINE_REPAIRS, TEXT_REPAIRS, UNIT_REPAIRS, changedPart, repairCell } from './repair-cell.js';

const at = { row: 2, column: 3, line: 4 };
const repaired = (text: string, kinds = TEXT_REPAIRS) => repairCell(text, at, kinds).text;

describe('a repaired cell', () => {
  it.each([
    ['<p>健全体系</p>', '健全体系'],
    ['<p class="a">健全</p><p>体系</p>', '健全体系'],
    ['健全<br/>体系&nbsp;', '健全体系'],
    ['《条例》〈办法〉', '《条例》〈办法〉'],
    ['３０％以上，２０２４年', '30％以上，2024年'],
    ['登记卡, 全流程; 其中: 要点', '登记卡，全流程；其中：要点'],
    ['达到100%,持续推进', '达到100%，持续推进'],
    ['完成调研报告,2024年12月', '完成调研报告，2024年12月'],
    ['共1,000人，占比3.5倍', '共1,000人，占比3.5倍'],
    ['镇(街)执法', '镇（街）执法'],
    ['镇 (街) 执法', '镇（街）执法'],
    ['范本(2021年版)》', '范本（2021年版）》'],
    ['范本（2021年版)》', '范本（2021年版）》'],
    ['f(x) = (1)', 'f(x) = (1)'],
    ['坚持"三项制度".', '坚持“三项制度”。'],
    ['2024 年 12 月底前', '2024年12月底前'],
    ['每年 5 月底和 11 月底前', '每年5月底和11月底前'],
    ['不少于 60 学时', '不少于60学时'],
    ['建立 制度', '建立制度'],
    ['建立\n制度', '建立制度'],
    ['使用 OFD 格式 of the year', '使用 OFD 格式 of the year'],
    ['企业 and 企业家', '企业和企业家'],
    ['《甲》AND（乙）', '《甲》和（乙）'],
    ['band 与 android', 'band 与 android'],
    ['R and D', 'R and D'],
    ['', ''],
  ])('reads 「%s」 as 「%s」', (before, after) => expect(repaired(before)).toBe(after));

  it('keeps spaces between units, which separate them', () => {
    expect(repaired('市司法局 各镇(街)', UNIT_REPAIRS)).toBe('市司法局 各镇（街）');
  });

  it('lets a line that begins with a day or an open tail begin a clause', () => {
    expect(repaired('2024年6月底前完成\n持续推进', DEADLINE_REPAIRS)).toBe('2024年6月底前完成，持续推进');
    expect(repaired('公安等部门于\n2024年6月底前', DEADLINE_REPAIRS)).toBe('公安等部门于2024年6月底前');
    expect(repaired('<p>2024年6月底前完成</p><p>长期推进</p>', DEADLINE_REPAIRS)).toBe('2024年6月底前完成，长期推进');
  });

  it('tells each repair with its place and the words around it, and asks about «and»', () => {
    expect(repairCell('依法保护民营企业 and 企业家权益', at, TEXT_REPAIRS)).toEqual({
      text: '依法保护民营企业和企业家权益',
      repairs: [
        {
          code: 'conjunction-repaired',
          message: expect.any(String),
          at,
          before: '保护民营企业 and 企业家权益',
          after: '保护民营企业和企业家权益',
        },
      ],
      findings: [
        {
          code: 'conjunction-to-confirm',
          severity: 'warning',
          message: expect.stringContaining('「或」「与」'),
          cure: expect.any(String),
          at,
        },
      ],
    });
  });

  it('says nothing about a clean cell or about white space around it', () => {
    expect(repairCell(' \u3000各镇（街）\n', at, TEXT_REPAIRS)).toEqual({
      text: '各镇（街）',
      repairs: [],
      findings: [],
    });
  });

  const dirty = fc
    .array(
      fc.constantFrom(
        '中',
        '文',
        ' ',
        '\n',
        '(',
        ')',
        '（',
        '，',
        ',',
        ':',
        '2024',
        '年',
        '6',
        '月',
        '底前',
        '<p>',
        '</p>',
        ' and ',
        '"',
        '.',
        '%',
        'a',
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

  it('needs no second repair', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const once = repaired(text);
        expect(repaired(once)).toBe(once);
      }),
    );
  });

  it('loses no Chinese character and no digit', () => {
    const kept = (text: string) => text.replace(/<p>|<\/p>|and|[^\u4e00-\u9fff\d]/gu, '').replaceAll('和', '');
    fc.assert(fc.property(dirty, (text) => expect(kept(repaired(text))).toBe(kept(text))));
  });

  it('is told so completely that the repairs lead from the original to the reading', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const { text: reading, repairs } = repairCell(text, at, TEXT_REPAIRS);
        let rebuilt = text.trim();
        for (const repair of repairs) {
          expect(rebuilt).toContain(repair.before);
          rebuilt = rebuilt.replace(repair.before, () => repair.after);
        }
        if (repairs.length <= 1) expect(rebuilt).toBe(reading);
      }),
    );
  });
});

describe('the changed part of a text', () => {
  it('is the whole of it when nothing is common, and nothing when nothing changed', () => {
    expect(changedPart('甲', '乙')).toEqual({ before: '甲', after: '乙' });
    expect(changedPart('', '乙')).toEqual({ before: '', after: '乙' });
  });

  it('carries six characters on each side', () => {
    expect(changedPart('一二三四五六七 八九十百千万亿', '一二三四五六七八九十百千万亿')).toEqual({
      before: '二三四五六七 八九十百千万',
      after: '二三四五六七八九十百千万',
    });
  });
});
