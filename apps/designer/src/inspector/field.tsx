import type { ReactNode } from 'react';
import { useProblems } from '../problems/problems-context.js';

interface FieldProps {
  /** the element that the field belongs to, and the property a finding names when it means this field */
  elementId: string;
  property: string;
  label: string;
  /** id of the control, for the label */
  controlId?: string;
  help?: ReactNode;
  children: ReactNode;
}

/** One row of the inspector: label, control, and what the checks say about it. */
export function Field({ elementId, property, label, controlId, help, children }: FieldProps): ReactNode {
  const { problemsAt } = useProblems();
  const problems = problemsAt(elementId, property);
  return (
    <div className="field" data-field={property}>
      {controlId ? <label htmlFor={controlId}>{label}</label> : <span className="field-label">{label}</span>}
      {children}
      {help && <p className="field-help">{help}</p>}
      {problems.map((finding) => (
        <p key={finding.code + finding.message} className={`field-problem field-problem-${finding.severity}`}>
          {finding.message}
          {finding.cure && <span>{finding.cure}</span>}
        </p>
      ))}
    </div>
  );
}
