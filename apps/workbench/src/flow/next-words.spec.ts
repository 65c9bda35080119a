import { unknownWords } from './next-words';

const unknown = (...fields: string[]) => ({ nodeId: 'g', name: '金额大小', fields });

test('where the way depends on what is not filled in yet, the fields are named', () => {
  expect(unknownWords(unknown('金额'))).toBe('填好“金额”才知道怎么走');
  expect(unknownWords(unknown('金额', '用途'))).toBe('填好“金额”、“用途”才知道怎么走');
});

test('where the fields are not for this reader to see, the step that decides is named', () => {
  expect(unknownWords(unknown())).toBe('到“金额大小”时才知道怎么走');
});
