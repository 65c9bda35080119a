/** What everybody has from the first day. Ids stay for ever: uses are counted by them. */
export const SHIPPED_PHRASES: readonly { readonly id: string; readonly text: string }[] = [
  { id: '01930000-0000-7000-8000-0000000a0001', text: '同意。' },
  { id: '01930000-0000-7000-8000-0000000a0002', text: '材料齐全，同意。' },
  { id: '01930000-0000-7000-8000-0000000a0003', text: '请补充佐证材料。' },
  { id: '01930000-0000-7000-8000-0000000a0004', text: '请核实有关数据后重新报送。' },
  { id: '01930000-0000-7000-8000-0000000a0005', text: '请对照任务要求补充说明进展情况。' },
  { id: '01930000-0000-7000-8000-0000000a0006', text: '已阅。' },
];
