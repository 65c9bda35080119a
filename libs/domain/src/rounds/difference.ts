import type { Json, JsonObject } from '../shared/json.js';

/** A stretch of text that stayed, came or went; in order, what went before what came in its place. */
export interface TextPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface ListPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly value: Json;
}

/** A row of a table; `before` and `after` are its places, from 0. */
export type RowPart =
  | { readonly op: 'same'; readonly before: number; readonly after: number }
  | {
      readonly op: 'changed';
      readonly before: number;
      readonly after: number;
      readonly cells: RowDifference;
    }
  | { readonly op: 'added'; readonly after: number; readonly row: JsonObject }
  | { readonly op: 'removed'; readonly before: number; readonly row: JsonObject };

/** Column or field → what changed there; what stayed is left out. */
export type RowDifference = Readonly<Record<string, ValueDifference>>;

/** How one value became another. Values that read the same have no difference. */
export type ValueDifference =
  | { readonly kind: 'filled'; readonly after: Json }
  | { readonly kind: 'emptied'; readonly before: Json }
  | { readonly kind: 'text'; readonly before: string; readonly after: string; readonly parts: readonly TextPart[] }
  /** a number, choice, date, or whatever is seen as one */
  | { readonly kind: 'value'; readonly before: Json; readonly after: Json }
  | { readonly kind: 'list'; readonly parts: readonly ListPart[] }
  | { readonly kind: 'table'; readonly rows: readonly RowPart[] };

export interface FileRef {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** renamed: the same content under another name; replaced: another content under the same name. */
export type FilePart<File extends FileRef = FileRef> =
  | { readonly op: 'same' | 'renamed' | 'replaced'; readonly before: File; readonly after: File }
  | { readonly op: 'added'; readonly after: File }
  | { readonly op: 'removed'; readonly before: File };

/** What a round consists of. */
export interface RoundContent<File extends FileRef = FileRef> {
  readonly data: JsonObject;
  readonly evidence: readonly File[];
}

export interface RoundDifference<File extends FileRef = FileRef> {
  readonly fields: RowDifference;
  /** every file of either round, those of the second first and in its order */
  readonly files: readonly FilePart<File>[];
}
