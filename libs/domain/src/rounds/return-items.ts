/** Where an item points: a field of the form, a cell of a table in it (`row` from 0), or a file of the round. */
export type ItemAnchor = FieldAnchor | FileAnchor;

export interface FieldAnchor {
  readonly field: string;
  readonly row?: number;
  readonly column?: string;
}

export interface FileAnchor {
  readonly evidenceId: string;
}

/** 问题: one thing that a return asks for. Without an anchor it is about the round as a whole. */
export interface ReturnItem {
  readonly id: string;
  readonly text: string;
  readonly anchor?: ItemAnchor;
  /** the item of an earlier return that is asked for again */
  readonly carries?: string;
}

/** 回应: what the unit did about one item. */
export interface ItemAnswer {
  readonly itemId: string;
  readonly done: 'changed' | 'explained';
  readonly text: string;
}

/** An item that is neither resolved nor carried over to a later return. */
export interface OpenItem {
  readonly id: string;
  readonly text: string;
  readonly answered: boolean;
}

export const MAX_ITEMS = 50;
/** Longest text of an item or of an answer, in characters. */
export const MAX_ITEM_TEXT = 1_000;

export const isFileAnchor = (anchor: ItemAnchor): anchor is FileAnchor => 'evidenceId' in anchor;

/** The place of an anchor as one text, the same for the same place. */
export const anchorKey = (anchor: ItemAnchor | undefined): string =>
  anchor === undefined
    ? ''
    : isFileAnchor(anchor)
      ? `file:${anchor.evidenceId}`
      : `field:${JSON.stringify([anchor.field, anchor.row ?? null, anchor.column ?? null])}`;
