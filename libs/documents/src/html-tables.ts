import { Parser } from 'htmlparser2';
import type { SpanningCell } from './grid.js';

export interface HtmlTables {
  /** lines of text before the first table */
  readonly preamble: readonly string[];
  readonly tables: readonly (readonly (readonly SpanningCell[])[])[];
}

const LINE = new Set(['p', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'div']);

/** The tables of a page and the text before them. A table inside a cell gives its text to that cell. */
export function readHtmlTables(html: string): HtmlTables {
  const preamble: string[] = [];
  const tables: SpanningCell[][][] = [];
  let depth = 0;
  let text = '';
  let spans = { rowSpan: 1, columnSpan: 1 };
  const endLine = (): void => {
    if (depth > 0) text += '\n';
    else if (tables.length === 0 && text.trim() !== '') preamble.push(text.trim());
    if (depth === 0) text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'table') {
        if (depth === 0) {
          endLine();
          tables.push([]);
        }
        depth += 1;
      } else if (depth === 1 && name === 'tr') tables.at(-1)!.push([]);
      else if (depth === 1 && (name === 'td' || name === 'th')) {
        text = '';
        spans = { rowSpan: Number(attributes['rowspan'] ?? 1), columnSpan: Number(attributes['colspan'] ?? 1) };
      }
    },
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      if (name === 'table') {
        depth -= 1;
        if (depth === 0) text = '';
      } else if (depth === 1 && (name === 'td' || name === 'th'))
        tables
          .at(-1)!
          .at(-1)
          ?.push({ text: text.trim(), ...spans });
      else if (LINE.has(name)) endLine();
    },
  });
  parser.end(html);
  endLine();
  return { preamble, tables };
}
