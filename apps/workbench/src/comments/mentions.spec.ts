import { calledIn, mentionedIn, mentionParts } from './mentions';

const person = (id: string, name: string, unit: string) => ({ id, name, seats: [`${unit} 经办人`] });

test('two people of one name are told apart by their unit', () => {
  const all = [person('1', '张三', '市公安局'), person('2', '张三', '市水利局'), person('3', '李四', '市水利局')];
  expect(all.map((one) => calledIn(one, all))).toEqual(['张三（市公安局）', '张三（市水利局）', '李四']);
});

test('only who still stands in the text is mentioned, and once', () => {
  const chosen = new Map([
    ['张三', '1'],
    ['李四', '2'],
  ]);
  expect(mentionedIn('@张三 请看，@张三 急', chosen)).toEqual(['1']);
  expect(mentionedIn('没有提到谁', chosen)).toEqual([]);
});

test('names behind an @ are shown as such, the longer name before the shorter', () => {
  expect(mentionParts('请@张三丰看，抄@张三', ['张三', '张三丰'])).toEqual([
    { text: '请', mention: false },
    { text: '@张三丰', mention: true },
    { text: '看，抄', mention: false },
    { text: '@张三', mention: true },
  ]);
  expect(mentionParts('邮箱 a@b', [])).toEqual([{ text: '邮箱 a@b', mention: false }]);
});
