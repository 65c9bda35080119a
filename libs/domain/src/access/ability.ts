import type { ForcedSubject, MongoAbility } from '@casl/ability';
import type { Actor } from './actor.js';

/** The fields that policies may speak of. They are the property names of the API's entities, so that rules become SQL. */
export interface SubjectFields {
  Plan: { tenant: string };
  PlanDraft: { tenant: string };
  Obligation: { tenant: string; unitId: string; readerUnitIds: string[] };
  Instance: { tenant: string; unitId: string; readerUnitIds: string[] };
  Task: { tenant: string; unitId: string; candidateIds: string[] };
  Submission: { tenant: string; unitId: string; readerUnitIds: string[] };
  Evidence: { tenant: string; unitId: string; readerUnitIds: string[] };
  Definition: { tenant: string };
  Unit: { tenant: string };
  Person: { tenant: string };
  Notification: { tenant: string; personId: string };
  FlowMessage: { tenant: string };
  Delivery: { tenant: string };
}

export type SubjectName = keyof SubjectFields;

/**
 * read: see it · create/update/delete: change it · start: open an instance on an obligation · act: use a verb on a task ·
 * readDraft: see what a unit has not yet submitted · confirm: make a plan live · publish: make a flow version live · resolve: try an incident or a delivery again, or give the delivery up ·
 * send: give flows a message or signal from outside
 */
export type Action =
  'read' | 'create' | 'update' | 'delete' | 'start' | 'act' | 'readDraft' | 'confirm' | 'publish' | 'resolve' | 'send';

type Tagged = { [Name in SubjectName]: SubjectFields[Name] & ForcedSubject<Name> }[SubjectName];

export type AppAbility = MongoAbility<[Action, SubjectName | Tagged]>;

/** One sentence of a policy. Conditions use the small subset of operators that has a SQL form. */
export type Allow = <Name extends SubjectName>(
  action: Action | Action[],
  name: Name,
  conditions: { [Field in keyof SubjectFields[Name]]?: string | { $in: string[] } },
) => void;

/** What an actor may do with one kind of subject. Default deny: a policy only ever allows. */
export type Policy = (allow: Allow, actor: Actor) => void;
