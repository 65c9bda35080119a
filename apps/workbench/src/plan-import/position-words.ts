import type { Position } from '@chengban/web';

/** Where in the document, as a person would look for it. */
export function positionWords(at: Position | undefined): string {
  if (!at) return '全文';
  const parts = [
    at.line && `第 ${at.line} 行`,
    !at.line && at.row && `表格第 ${at.row} 行`,
    at.column && `第 ${at.column} 列`,
  ];
  return parts.filter(Boolean).join('，') || '全文';
}
