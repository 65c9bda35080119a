import { compileModel } from '../../compile/compile-flow.js';
import { bpmnProcess } from '../../../../../test/support/bpmn-text.js';
import { readBpmn } from '../read-bpmn.js';

async function taskWith(fields: string) {
  const extension = fields === '' ? '' : `<bpmn:extensionElements>${fields}</bpmn:extensionElements>`;
  const read = await readBpmn(bpmnProcess(`<bpmn:userTask id="t" name="t">${extension}</bpmn:userTask>`));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [node] = read.value.root.nodes;
  if (node?.kind !== 'userTask') throw new Error('no user task');
  return { node, compiled: compileModel(read.value).nodes['t'] };
}

test('what a task may do with fields and columns is read and goes on to the run', async () => {
  const { node, compiled } = await taskWith(
    `<chengban:field name="problems" access="hidden" />
     <chengban:field name="sessions" access="read" />
     <chengban:field name="sessions" column="approved" access="write" required="true" />
     <chengban:field name="progress" required="false" />`,
  );
  const fields = [
    { name: 'problems', access: 'hidden' },
    { name: 'sessions', access: 'read' },
    { name: 'sessions', column: 'approved', access: 'write', required: true },
    { name: 'progress', required: false },
  ];
  expect(node).toMatchObject({ fields, fieldProblem: null });
  expect(compiled).toMatchObject({ fields });
});

test('a drawing that says nothing of fields leaves nothing behind: what was compiled before stays as it is', async () => {
  const { node, compiled } = await taskWith('');
  expect(node.fields).toEqual([]);
  expect(compiled).not.toHaveProperty('fields');
});

test.each([
  ['<chengban:field access="read" />', '有一条没有写是哪一项'],
  ['<chengban:field name="a" access="填" />', '“a”写的“填”不是 write、read 或 hidden'],
])('%s cannot be understood', async (field, problem) => {
  expect((await taskWith(field)).node.fieldProblem).toBe(problem);
});
