import type { ReactNode } from 'react';
import { fieldsOf, ValueView, type FormData, type FormDefinition } from '@chengban/web';
import { Row } from './sheet-row';

interface Props {
  form: FormDefinition;
  data: FormData;
  /** fields that are the reviewers' alone */
  without: readonly string[];
}

/** What was reported, a row for each field; a table stands in a row of its own width. */
export function ValueRows({ form, data, without }: Props): ReactNode {
  return fieldsOf(form)
    .filter(({ name }) => !without.includes(name))
    .map((field) => (
      <Row key={field.name} label={field.label} long={isLong(data[field.name])}>
        <div className="sheet-value">
          <ValueView field={field} value={data[field.name]} />
        </div>
      </Row>
    ));
}

/** Lines and characters that a third of a page holds: a row of more would leave the page before it half empty. */
const LINES = 14;
const CHARACTERS = 600;

function isLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > LINES;
  return typeof value === 'string' && (value.length > CHARACTERS || value.split('\n').length > LINES);
}
