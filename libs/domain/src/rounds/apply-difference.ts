import type { Json, JsonObject } from '../shared/json.js';
import { readableData } from './blank.js';
import type { FileRef, RoundContent, RoundDifference, RowDifference, RowPart, ValueDifference } from './difference.js';

/**
 * The second round, from the first and the difference of the two: nothing that a person reads was left out of it.
 */
export function applyDifference<File extends FileRef>(
  first: RoundContent<File>,
  { fields, files }: RoundDifference<File>,
): RoundContent<File> {
  return {
    data: applyCells(readableData(first.data), fields),
    evidence: files.flatMap((part) => (part.op === 'removed' ? [] : [part.after])),
  };
}

function applyCells(row: JsonObject, cells: RowDifference): JsonObject {
  const after = new Map<string, Json>(Object.entries(row));
  for (const [name, difference] of Object.entries(cells)) {
    if (difference.kind === 'emptied') after.delete(name);
    else after.set(name, applyValue(after.get(name), difference));
  }
  return Object.fromEntries(after);
}

function applyValue(before: Json | undefined, difference: Exclude<ValueDifference, { kind: 'emptied' }>): Json {
  switch (difference.kind) {
    case 'filled':
    case 'value':
      return difference.after;
    case 'text':
      return difference.parts.map(({ op, text }) => (op === 'removed' ? '' : text)).join('');
    case 'list':
      return difference.parts.flatMap(({ op, value }) => (op === 'removed' ? [] : [value]));
    case 'table': {
      const rows = before as readonly JsonObject[];
      return difference.rows.flatMap((part) => applyRow(rows, part));
    }
  }
}

function applyRow(rows: readonly JsonObject[], part: RowPart): readonly JsonObject[] {
  switch (part.op) {
    case 'same':
      return [rows[part.before] ?? {}];
    case 'changed':
      return [applyCells(rows[part.before] ?? {}, part.cells)];
    case 'added':
      return [part.row];
    case 'removed':
      return [];
  }
}
