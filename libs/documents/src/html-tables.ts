import { Parser } from 'htmlparser2';
import type { SpanningCell } from './grid.js';

export interface HtmlTables {
  /** lines of text before the first table */
  readonly preamble: readonly string[];
  readonly tables: readonly (readonly (readonly SpanningCell[])[])[];
}

const CELL = new Set(['td', 'th']);
const LINE = new Set(['p', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'div']);

/** The tables of a page and the text before them. A table inside a cell gives its text to that cell. */
export function readHtmlTables(html: string): HtmlTables {
  const preamble: string[] = [];
  const tables: SpanningCell[][][] = [];
  let table: SpanningCell[][] = [];
  let row: SpanningCell[] = [];
  let depth = 0;
  let text = '';
  let spans = { rowSpan: 1, columnSpan: 1 };
  const endLine = (): void => {
    if (depth > 0) {
      text += '\n';
      return;
    }
    if (tables.length === 0 && text.trim() !== '') preamble.push(text.trim());
    text = '';
  };
  const parser = new Parser({
    onopentag(name, { rowspan, colspan }) {
      if (name === 'table') {
        if (depth === 0) {
          endLine();
          tables.push((table = []));
        }
        depth += 1;
      } else if (depth === 1 && name === 'tr') table.push((row = []));
      else if (depth === 1 && CELL.has(name)) {
        text = '';
        spans = { rowSpan: Number(rowspan) || 1, columnSpan: Number(colspan) || 1 };
      }
    },
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      if (name === 'table') {
        depth -= 1;
        if (depth === 0) text = '';
      } else if (depth === 1 && CELL.has(name)) row.push({ text: text.trim(), ...spans });
      else if (LINE.has(name)) endLine();
    },
  });
  parser.end(html);
  endLine();
  return { preamble, tables };
}
