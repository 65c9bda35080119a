import {
  MAX_ITEM_TEXT,
  MAX_ITEMS,
  anchorKey,
  type ItemAnchor,
  type OpenItem,
  type ReturnItem,
} from './return-items.js';
import { refuseAnchors, refuseItems } from './refuse-items.js';

const item = (id: string, more: Partial<ReturnItem> = {}): ReturnItem => ({ id, text: '请补充镇街人数', ...more });
const open = (id: string, answered = false): OpenItem => ({ id, text: `请补充第 ${id} 项内容`, answered });
const answer = (itemId: string, text = '已补充', done: 'changed' | 'explained' = 'changed') => ({ itemId, done, text });
const submit = (...answers: ReturnType<typeof answer>[]) => ({ verb: 'submit', answers });
const giveBack = (...items: ReturnItem[]) => ({ verb: 'return', items });

describe('a submission', () => {
  test('with every item answered goes on, whether it was changed or explained', () => {
    expect(refuseItems(submit(answer('1'), answer('2', '该项不适用', 'explained')), [open('1'), open('2')])).toBeNull();
  });

  test('with an item unanswered is refused, and the item is named', () => {
    const refusal = refuseItems(submit(answer('1')), [open('1'), open('2')]);
    expect(refusal).toMatchObject({
      code: 'items-unanswered',
      message: '还有 1 条问题没有回应：“请补充第 2 项内容”。',
      errors: [{ field: 'answers.2', message: '请回应这条问题' }],
    });
    expect(refusal?.cure).toContain('已修改');
  });

  test('names three of many items, and shortens what is long', () => {
    const many = ['1', '2', '3', '4', '5'].map((id) => ({ ...open(id), text: `${id}${'很长'.repeat(20)}` }));
    const refusal = refuseItems(submit(), many);
    expect(refusal?.message).toMatch(/^还有 5 条问题没有回应：“1.{19}…”、“2.{19}…”、“3.{19}…”等。$/u);
    expect(refusal?.errors).toHaveLength(5);
  });

  test('needs no second answer to what an earlier round answered', () => {
    expect(refuseItems(submit(), [open('1', true)])).toBeNull();
  });

  test.each<[string, ReturnType<typeof submit>]>([
    ['item-unknown', submit(answer('9'), answer('1'))],
    ['item-twice', submit(answer('1'), answer('1'))],
    ['answer-text-required', submit(answer('1', ' 无 '))],
    ['answer-too-long', submit(answer('1', '长'.repeat(MAX_ITEM_TEXT + 1)))],
  ])('%s', (code, talk) => {
    expect(refuseItems(talk, [open('1')])?.code).toBe(code);
  });

  test('cannot answer again what was answered', () => {
    expect(refuseItems(submit(answer('1')), [open('1', true)])?.code).toBe('item-unknown');
  });
});

describe('a return', () => {
  test('may point at a field, a cell, a file, or at nothing', () => {
    const anchors: (ItemAnchor | undefined)[] = [
      { field: 'progress' },
      { field: 'problems', row: 0, column: '期限' },
      { field: 'problems', row: 3 },
      { evidenceId: 'e' },
      undefined,
    ];
    const items = anchors.map((anchor, i) => item(`${i}`, anchor && { anchor }));
    expect(refuseItems(giveBack(...items), [])).toBeNull();
    expect(new Set(anchors.map(anchorKey)).size).toBe(anchors.length);
  });

  test.each<[string, ReturnItem[]]>([
    ['item-text-required', [item('1', { text: ' 改 ' })]],
    ['item-text-too-long', [item('1', { text: '长'.repeat(MAX_ITEM_TEXT + 1) })]],
    ['item-anchor-unknown', [item('1', { anchor: { field: '' } })]],
    ['item-anchor-unknown', [item('1', { anchor: { field: 'a', column: 'b' } })]],
    ['item-anchor-unknown', [item('1', { anchor: { field: 'a', row: -1 } })]],
    ['item-anchor-unknown', [item('1', { anchor: { field: 'a', row: 0.5 } })]],
    ['item-twice', [item('1'), item('1')]],
    ['item-twice', [item('2', { carries: '1' }), item('3', { carries: '1' })]],
    ['item-unknown', [item('2', { carries: '9' })]],
    ['too-many-items', Array.from({ length: MAX_ITEMS + 1 }, (_, i) => item(`${i}`))],
  ])('%s', (code, items) => {
    expect(refuseItems(giveBack(...items), [open('1', true)])?.code).toBe(code);
  });

  test('may ask again for what was answered, and hold another item to be done with', () => {
    const talk = { ...giveBack(item('3', { carries: '1' })), resolved: ['2'] };
    expect(refuseItems(talk, [open('1', true), open('2', true)])).toBeNull();
  });

  test('cannot do both with one item', () => {
    const talk = { ...giveBack(item('3', { carries: '1' })), resolved: ['1'] };
    expect(refuseItems(talk, [open('1', true)])?.code).toBe('item-twice');
  });

  test('points only at fields that the form has', () => {
    const items = [item('1', { anchor: { field: 'progress' } }), item('2', { anchor: { field: 'toString' } })];
    expect(refuseAnchors(items, ['progress'])).toMatchObject({ code: 'item-anchor-unknown', field: 'items.2' });
    expect(refuseAnchors(items.slice(0, 1), ['progress'])).toBeNull();
  });
});

test('an approval may hold items to be done with, but none that is not there', () => {
  expect(refuseItems({ verb: 'approve', resolved: ['1'] }, [open('1', true)])).toBeNull();
  expect(refuseItems({ verb: 'approve', resolved: ['9'] }, [open('1', true)])?.code).toBe('item-unknown');
});

test('where the open items are not known, only the form of what was said is looked at', () => {
  expect(refuseItems(submit(answer('9')))).toBeNull();
  expect(refuseItems(submit(answer('9', '')))?.code).toBe('answer-text-required');
});
