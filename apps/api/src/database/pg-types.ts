import pg from 'pg';

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

type Parser = (text: string) => unknown;

const ours: Readonly<Record<number, Parser>> = {
  // a civil day stays the text YYYY-MM-DD: a Date would move it by the machine's time zone
  [DATE]: (text) => text,
  // counts and sizes; none of ours comes near 2^53
  [INT8]: Number,
  [NUMERIC]: Number,
};

/** How values of the driver become JavaScript values, for our pools only (the library's own table is global). */
export const pgTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): Parser =>
    (format !== 'binary' && ours[id]) || (pg.types.getTypeParser(id, (format ?? 'text') as 'text') as Parser),
};
