import { useId, type ReactNode } from 'react';
import type { Assignment } from '@chengban/domain';
import { assignmentFor, whoChoices, whoOf, type Who } from './assignment-kinds.js';
import { ChosenFields, FormField, PersonField, RoleField, UnitField } from './assignment-parts.js';
import { Choose } from './choose.js';
import { FeelText } from './feel-field.js';
import { Field } from './field.js';

export interface RuleProps {
  elementId: string;
  /** the property a finding names when it means this rule; its fields are named below it */
  property: string;
  label: string;
  /** stands behind the labels of the fields, so that those of several rules can be told apart */
  suffix: string;
  assignment: Assignment | null;
  without?: readonly Who[];
  save: (next: Assignment) => void;
}

/** One rule that says who: first the kind, then what that kind needs. */
export function AssignmentRule(props: RuleProps): ReactNode {
  const { elementId, property, label, assignment, without, save } = props;
  const id = useId();
  return (
    <>
      <Field elementId={elementId} property={property} label={label} controlId={id}>
        <Choose<Who>
          id={id}
          placeholder="请选择"
          value={assignment ? whoOf(assignment) : undefined}
          options={whoChoices(without)}
          onChange={(next) => save(assignmentFor(next, assignment))}
        />
      </Field>
      {assignment && <Parts {...props} assignment={assignment} />}
    </>
  );
}

function Parts(props: RuleProps & { assignment: Assignment }): ReactNode {
  const { assignment, save, elementId, property, suffix } = props;
  switch (assignment.kind) {
    case 'role':
      return (
        <>
          {whoOf(assignment) === 'named' && (
            <UnitField {...props} unit={assignment.unit} onUnit={(unit) => save({ ...assignment, unit })} />
          )}
          {whoOf(assignment) === 'computedUnit' && (
            <FeelText
              elementId={elementId}
              property={`${property}.unit`}
              label={`单位（FEEL）${suffix}`}
              rows={1}
              placeholder="例如：会签单位"
              text={assignment.unit.slice(1).trim()}
              save={(text) => save({ ...assignment, unit: `= ${text.trim()}` })}
            />
          )}
          <RoleField
            {...props}
            unit={assignment.unit}
            role={assignment.role}
            help="这个单位里担任该岗位的人都能看到待办。"
            onRole={(role) => save({ ...assignment, role })}
          />
        </>
      );
    case 'person':
      return <PersonField {...props} person={assignment.person} />;
    case 'field':
      return <FormField {...props} assignment={assignment} />;
    case 'chosen':
      return <ChosenFields {...props} assignment={assignment} />;
    case 'expression':
      return (
        <FeelText
          elementId={elementId}
          property={`${property}.expression`}
          label={`表达式（FEEL）${suffix}`}
          placeholder="例如：form.experts"
          help="算出一个人的编号，或几个人的编号。"
          text={assignment.expression}
          save={(expression) => save({ ...assignment, expression: expression.trim() })}
        />
      );
    default:
      return null;
  }
}
