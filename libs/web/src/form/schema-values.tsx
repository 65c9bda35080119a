import type { ReactNode } from 'react';
import type { FieldAnchor } from '@chengban/domain';
import type { FormData, FormDefinition } from '../api/types';
import { fieldsOf } from './form-fields';
import { isEmpty, ValueView } from './value-view';
import './schema-values.css';

interface Props {
  definition: FormDefinition;
  data: FormData;
  /** the values of the round before: what changed is said, not only coloured */
  before?: FormData;
  /** what stands beside the label of a field */
  beside?: (place: FieldAnchor) => ReactNode;
  /** what stands below the value of a field */
  below?: (place: FieldAnchor) => ReactNode;
  /** fields that are not part of what is shown here */
  without?: readonly string[];
}

const isSame = (before: unknown, value: unknown): boolean =>
  isEmpty(before) ? isEmpty(value) : JSON.stringify(before) === JSON.stringify(value);

/** What was reported, to be read: labels and text, no disabled inputs. */
export function SchemaValues({ definition, data, before, beside, below, without = [] }: Props): ReactNode {
  return (
    <dl className="schema-values">
      {fieldsOf(definition)
        .filter(({ name }) => !without.includes(name))
        .map((field) => {
          const value = data[field.name];
          const changed = before && !isSame(before[field.name], value);
          return (
            <div key={field.name}>
              <dt>
                {field.label}
                {changed && <span className="schema-values-changed">较上轮有修改</span>}
                {beside?.({ field: field.name })}
              </dt>
              <dd className={isEmpty(value) ? 'schema-values-empty' : undefined}>
                <ValueView field={field} value={value} />
              </dd>
              {below && <dd>{below({ field: field.name })}</dd>}
            </div>
          );
        })}
    </dl>
  );
}
