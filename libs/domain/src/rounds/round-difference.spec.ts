import fc from 'fast-check';
import { cpuSince } from '../../../../test/support/cpu-time.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { canonicalJson, type Json, type JsonObject } from '../shared/json.js';
import { applyDifference } from './apply-difference.js';
import { readableData } from './blank.js';
import type { FileRef, RoundContent } from './difference.js';
import { changeCounts, roundDifference } from './round-difference.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('三', '期', '培训', '210', ' ', '人次', '。', '\n', '98.5%', '2024-11-20'), {
      maxLength: 30,
    })
    .map((words) => words.join('')),
);
const plain = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const row = fc.dictionary(fc.constantFrom('问题', '责任人', '期限', '__proto__', '_row'), plain, { maxKeys: 4 });
const value: fc.Arbitrary<Json> = fc.oneof(
  plain,
  fc.array(row, { maxLength: 8 }),
  fc.array(plain, { maxLength: 8 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);
const data = fc.dictionary(
  fc.constantFrom('progress', 'rate', 'problems', 'people', '__proto__', 'toString'),
  value,
) as fc.Arbitrary<JsonObject>;
const file: fc.Arbitrary<FileRef> = fc.record({
  id: fc.uuid(),
  fileName: fc.constantFrom('签到表.pdf', '登记卡.docx', '签到表.PDF', '照片.jpg'),
  sha256: fc.constantFrom('aa', 'bb', 'cc'),
});
const round: fc.Arbitrary<RoundContent> = fc.record({
  data,
  evidence: fc.uniqueArray(file, { maxLength: 6, selector: ({ id }) => id }),
});

/** A round and what somebody made of it: most of it stays. */
const edited = fc
  .tuple(round, round, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
  .map(([first, other, keep]) => {
    const names = Object.keys(first.data);
    const kept = names.filter((_, i) => keep[i]).map((name) => [name, first.data[name]] as const);
    return [
      first,
      {
        data: Object.fromEntries([...Object.entries(other.data), ...kept]) as JsonObject,
        evidence: [...first.evidence.filter((_, i) => keep[i + 6]), ...other.evidence],
      },
    ] as const;
  });

describe('the difference of two rounds', () => {
  test('of equal rounds is empty', () => {
    fc.assert(
      fc.property(round, (one) => {
        const difference = roundDifference(one, structuredClone(one));
        expect(changeCounts(difference)).toEqual({ fields: 0, files: 0 });
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test('applied to the first gives the second', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(round, round), edited), ([first, second]) => {
        const made = applyDifference(first, roundDifference(first, second));
        expect(canonicalJson(made.data)).toBe(canonicalJson(readableData(second.data)));
        expect(made.evidence).toEqual(second.evidence);
      }),
      { numRuns: propertyRuns(400) },
    );
  });

  test('is empty only where nothing reads differently', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(round, round), edited), ([first, second]) => {
        const same = canonicalJson(readableData(first.data)) === canonicalJson(readableData(second.data));
        expect(changeCounts(roundDifference(first, second)).fields === 0).toBe(same);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test('says of every text what stood there before and what stands there now', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = roundDifference(of({ it: before }), of({ it: after })).fields['it'];
        if (found?.kind !== 'text') return;
        const side = (gone: 'added' | 'removed'): string =>
          found.parts.map((part) => (part.op === gone ? '' : part.text)).join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
      { numRuns: propertyRuns(400) },
    );
  });

  test('can be sent as JSON and applied where it arrives', () => {
    fc.assert(
      fc.property(edited, ([first, second]) => {
        const sent = JSON.parse(JSON.stringify(roundDifference(first, second))) as ReturnType<typeof roundDifference>;
        expect(canonicalJson(applyDifference(first, sent).data)).toBe(canonicalJson(readableData(second.data)));
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});

const of = (given: JsonObject, evidence: readonly FileRef[] = []): RoundContent => ({ data: given, evidence });
const fieldOf = (before: Json, after: Json) => roundDifference(of({ it: before }), of({ it: after })).fields['it'];

describe('fields', () => {
  test('that were never filled in are no difference, however the form stores them', () => {
    expect(roundDifference(of({ a: null, b: '', c: [] }), of({ b: ' \n', d: {} })).fields).toEqual({});
  });

  test('that were filled in or emptied say so', () => {
    expect(fieldOf('', '有')).toEqual({ kind: 'filled', after: '有' });
    expect(fieldOf([{ 问题: '甲' }], [])).toEqual({ kind: 'emptied', before: [{ 问题: '甲' }] });
  });

  test('with a number or a day are one value', () => {
    expect(fieldOf(98, 98.5)).toEqual({ kind: 'value', before: 98, after: 98.5 });
    expect(fieldOf('2024-11-20', '2024-11-28')).toEqual({ kind: 'value', before: '2024-11-20', after: '2024-11-28' });
  });

  test('with several choices say which came and went', () => {
    expect(fieldOf(['培训', '考核'], ['考核', '轮岗'])).toEqual({
      kind: 'list',
      parts: [
        { op: 'removed', value: '培训' },
        { op: 'same', value: '考核' },
        { op: 'added', value: '轮岗' },
      ],
    });
  });
});

/** Milliseconds of CPU. */
function cpuTime(work: () => void): number {
  const began = process.cpuUsage();
  work();
  return cpuSince(began);
}

describe('a text', () => {
  const marked = (before: string, after: string): string => {
    const found = fieldOf(before, after);
    if (found?.kind !== 'text') throw new Error(`${found?.kind}`);
    return found.parts
      .map(({ op, text: it }) => (op === 'same' ? it : op === 'added' ? `{+${it}+}` : `[-${it}-]`))
      .join('');
  };

  test('shows words that were put in, and nothing else', () => {
    expect(marked('已培训执法人员 210 人次。', '已培训执法人员 210 人次，人均 60 学时。')).toBe(
      '已培训执法人员 210 人次{+，人均 60 学时+}。',
    );
  });

  test('shows a number as a whole, not digit by digit', () => {
    expect(marked('合格率 98.2%，210 人次', '合格率 98.7%，226 人次')).toBe(
      '合格率 [-98.2%-]{+98.7%+}，[-210-]{+226+} 人次',
    );
  });

  test('shows what was written anew as a whole, without the letters that happen to be equal', () => {
    expect(marked('尚未开展培训工作', '印发了培训方案并组织首期')).not.toMatch(/(\]|\}).{1,2}(\[|\{)/u);
  });

  test('of many pages that was written anew is compared in a moment', () => {
    const page = (seed: number): string =>
      Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * seed) % 8_000))).join('');
    expect(cpuTime(() => expect(fieldOf(page(7919), page(104_729))).toMatchObject({ kind: 'text' }))).toBeLessThan(
      1_500,
    );
  });
});

describe('a table', () => {
  const rows: JsonObject[] = [
    { 问题: '登记不全', 责任人: '陈警官', 期限: '2024-11-20' },
    { 问题: '案卷缺页', 责任人: '梁警官', 期限: '2024-11-30' },
    { 问题: '未附成绩', 责任人: '黄科长', 期限: '2024-12-10' },
  ];
  const [first, second, third] = rows as [JsonObject, JsonObject, JsonObject];

  test('shows the cell that changed, in its row', () => {
    expect(fieldOf(rows, [first, { ...second, 期限: '2024-12-15' }, third])).toEqual({
      kind: 'table',
      rows: [
        { op: 'same', before: 0, after: 0 },
        {
          op: 'changed',
          before: 1,
          after: 1,
          cells: { 期限: { kind: 'value', before: '2024-11-30', after: '2024-12-15' } },
        },
        { op: 'same', before: 2, after: 2 },
      ],
    });
  });

  test('shows a row that was put in between, and leaves those after it alone', () => {
    const fresh = { 问题: '新查出', 责任人: '李水生', 期限: '2024-12-20' };
    expect(fieldOf(rows, [first, fresh, second, third])).toMatchObject({
      rows: [{ op: 'same' }, { op: 'added', after: 1, row: fresh }, { op: 'same', after: 2 }, { op: 'same', after: 3 }],
    });
  });

  test('finds the row that changed next to one that was taken out', () => {
    expect(fieldOf(rows, [first, { ...third, 期限: '2024-12-31' }])).toMatchObject({
      rows: [{ op: 'same' }, { op: 'removed', before: 1 }, { op: 'changed', before: 2, after: 1 }],
    });
  });

  test('knows a row by its key, though nothing in it stayed and others like it came', () => {
    const keyed = (row: JsonObject, key: string): JsonObject => ({ ...row, _row: key });
    const before = [keyed(first, 'r1'), keyed(second, 'r2')];
    const written = { 问题: '全部重写', 责任人: '李水生', 期限: '2025-01-10' };
    expect(fieldOf(before, [keyed({ ...first, 期限: '2024-12-01' }, 'r3'), keyed(written, 'r2')])).toMatchObject({
      rows: [
        { op: 'removed', before: 0 },
        { op: 'added', after: 0 },
        { op: 'changed', before: 1, after: 1 },
      ],
    });
    expect(
      fieldOf([keyed(first, 'r1')], [keyed(second, 'r9'), keyed({ ...third, 责任人: '新人' }, 'r1')]),
    ).toMatchObject({
      rows: [
        { op: 'added', after: 0, row: second },
        { op: 'changed', before: 0, after: 1 },
      ],
    });
  });

  test('whose rows only got other keys is the same table', () => {
    expect(fieldOf([{ ...first, _row: 'r1' }], [{ ...first, _row: 'r7' }])).toBeUndefined();
  });

  test('of a thousand rows with keys that all changed still knows each row', () => {
    const many = (word: string, from: number): JsonObject[] =>
      Array.from({ length: 1_000 }, (_, i) => ({ 问题: `${word}${i + from}`, _row: `r${i + from}` }));
    const found = fieldOf(many('甲', 0), many('乙', 1));
    expect(found).toMatchObject({ rows: expect.arrayContaining([{ op: 'removed', before: 0, row: { 问题: '甲0' } }]) });
    expect(found?.kind === 'table' && found.rows.filter(({ op }) => op === 'changed').length).toBe(999);
  });

  test('takes a blank cell and an absent one for the same', () => {
    expect(fieldOf(rows, [{ ...first, 备注: '' }, second, third])).toBeUndefined();
  });

  test('of a thousand rows that all changed is compared in a moment', () => {
    const many = (word: string): JsonObject[] =>
      Array.from({ length: 1_000 }, (_, i) => ({ 问题: `${word}${i}`, 期限: `${word}日` }));
    expect(cpuTime(() => expect(fieldOf(many('甲'), many('乙'))).toMatchObject({ kind: 'table' }))).toBeLessThan(1_500);
  });
});

describe('files', () => {
  const named = (fileName: string, sha256: string, id = `${fileName}/${sha256}`): FileRef => ({ id, fileName, sha256 });
  const opsOf = (before: FileRef[], after: FileRef[]): string[] =>
    roundDifference(of({}, before), of({}, after)).files.map((part) => {
      const to = part.op === 'removed' ? part.before : part.after;
      return `${part.op} ${to.fileName}`;
    });

  test('are the same by content and name, though they were uploaded again', () => {
    expect(opsOf([named('签到表.pdf', 'a')], [named('签到表.pdf', 'a', 'again')])).toEqual(['same 签到表.pdf']);
  });

  test('are replaced under their name, renamed with their content, added and removed', () => {
    expect(
      opsOf(
        [named('签到表.pdf', 'a'), named('照片.jpg', 'b'), named('旧文.doc', 'c')],
        [named('签到表.PDF', 'x'), named('合影.jpg', 'b'), named('成绩.xlsx', 'd')],
      ),
    ).toEqual(['replaced 签到表.PDF', 'renamed 合影.jpg', 'added 成绩.xlsx', 'removed 旧文.doc']);
  });

  test('of equal content are matched one by one', () => {
    expect(opsOf([named('一.pdf', 'a', '1'), named('二.pdf', 'a', '2')], [named('二.pdf', 'a', '3')])).toEqual([
      'same 二.pdf',
      'removed 一.pdf',
    ]);
  });
});
