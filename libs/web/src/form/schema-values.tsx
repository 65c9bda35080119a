import type { ReactNode } from 'react';
import type { FieldAnchor } from '@chengban/domain';
import type { FormData, FormDefinition } from '../api/types';
import { fieldsOf, readable } from './form-fields';
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
}

/** What was reported, to be read: labels and text, no disabled inputs. */
export function SchemaValues({ definition, data, before, beside, below }: Props): ReactNode {
  return (
    <dl className="schema-values">
      {fieldsOf(definition).map((field) => {
        const text = readable(field, data[field.name]);
        const was = before && readable(field, before[field.name]);
        return (
          <div key={field.name}>
            <dt>
              {field.label}
              {was !== undefined && was !== text && <span className="schema-values-changed">较上轮有修改</span>}
              {beside?.({ field: field.name })}
            </dt>
            <dd className={text ? undefined : 'schema-values-empty'}>{text || '未填写'}</dd>
            {below && <dd>{below({ field: field.name })}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
