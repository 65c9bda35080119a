/** Gives the drawing, which takes the focus, a name and says how to move in it; bpmn.io's mark gets a Chinese title. */
export function nameForReaders(frame: HTMLElement): void {
  const drawing = frame.querySelector('.djs-container svg');
  drawing?.setAttribute('role', 'application');
  drawing?.setAttribute(
    'aria-label',
    '流程图画布。用左侧环节列表可以选中环节；方向键移动选中的环节，Delete 删除，A 在后面添加。',
  );
  const mark = frame.querySelector('.bjs-powered-by');
  mark?.setAttribute('title', '流程图由 bpmn.io 绘制');
  mark?.setAttribute('aria-label', '流程图由 bpmn.io 绘制');
}
