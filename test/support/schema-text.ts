import type { DataSource } from 'typeorm';

/** The whole schema as text that can be read and diffed; there is no pg_dump beside the embedded server. */
export async function schemaText(dataSource: DataSource): Promise<string> {
  const tables = await dataSource.query<
    { name: string; columns: string[]; constraints: string[]; indexes: string[]; triggers: string[] }[]
  >(`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
              CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END ||
              COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
      ARRAY(SELECT 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE conrelid = c.oid AND contype <> 'n' ORDER BY contype <> 'p', conname) AS constraints,
      ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class n ON n.oid = i.indexrelid
            WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            ORDER BY n.relname) AS indexes,
      ARRAY(SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal ORDER BY tgname) AS triggers
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migration'
    ORDER BY c.relname`);
  const functions = await dataSource.query<{ text: string }[]>(
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname`,
  );
  const blocks = tables.map(({ name, columns, constraints, indexes, triggers }) =>
    [
      `CREATE TABLE ${name} (\n  ${[...columns, ...constraints].join(',\n  ')}\n);`,
      ...[...indexes, ...triggers].map((line) => `${line.replace(' ON public.', ' ON ')};`),
    ].join('\n'),
  );
  return `${[...functions.map(({ text }) => `${text.trim()};`), ...blocks].join('\n\n')}\n`;
}
