import type { ForcedSubject, MongoAbility } from '@casl/ability';
import type { Actor } from './actor.js';

/** What belongs to one matter: whose it is, and who else sees it. */
interface Matter {
  tenant: string;
  unitId: string;
  readerUnitIds: string[];
  /** persons to whom it was copied; left out where nothing that is asked for depends on copies */
  readerPersonIds?: string[];
  /** left out where nothing that is asked for depends on deputies */
  tasks?: HandledTask[];
}

/** A task of a matter, open or closed, as rules about the matter see it. */
export interface HandledTask {
  candidateIds: string[];
  /** of the flow that the task belongs to */
  definitionKey: string;
  purpose: string;
  status: string;
}

/** The fields that policies may speak of. They are the property names of the API's entities, so that rules become SQL. */
export interface SubjectFields {
  Plan: { tenant: string };
  PlanDraft: { tenant: string };
  Obligation: Matter;
  Instance: Matter;
  Task: { tenant: string; unitId: string; candidateIds: string[]; definitionKey: string };
  Submission: Matter;
  Evidence: Matter;
  Definition: { tenant: string };
  Unit: { tenant: string };
  Person: { tenant: string };
  DeputyRule: { tenant: string; principalId: string; deputyId: string };
  Notification: { tenant: string; personId: string };
  NotificationSetting: { tenant: string; personId: string };
  Webhook: { tenant: string };
  Comment: { tenant: string; scope: string; unitId: string; authorId: string };
  Copy: { tenant: string; personId: string };
  Phrase: { tenant: string; personId: string | null; unitId: string | null };
  FlowMessage: { tenant: string };
  Delivery: { tenant: string };
}

export type SubjectName = keyof SubjectFields;

/**
 * read: see it · create/update/delete: change it · start: open an instance on an obligation · act: use a verb on a task ·
 * readDraft: see what a unit has not yet submitted · confirm: make a plan live · publish: make a flow version live · resolve: try an incident or a delivery again, or give the delivery up ·
 * send: give flows a message or signal from outside · comment: write in the thread of an instance · copy: let others read an instance ·
 * withdraw: take back one's own words, or one's own decision on an instance · cancel: take back what one has begun · urge: ask those who have an instance to hurry ·
 * terminate: end it · reopen: begin it anew after its end · reroute: move it by hand · handOver: give one person's tasks to another · choose: find somebody by name, to be told or asked · end: end a deputy's rule before its last day
 */
export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'delete'
  | 'start'
  | 'act'
  | 'readDraft'
  | 'confirm'
  | 'publish'
  | 'resolve'
  | 'send'
  | 'comment'
  | 'copy'
  | 'withdraw'
  | 'cancel'
  | 'urge'
  | 'terminate'
  | 'reopen'
  | 'reroute'
  | 'handOver'
  | 'choose'
  | 'end';

type Tagged = { [Name in SubjectName]: SubjectFields[Name] & ForcedSubject<Name> }[SubjectName];

export type AppAbility = MongoAbility<[Action, SubjectName | Tagged]>;

type OneOf = string | { $in: string[] };

/** What a task of the matter must be like. */
export type TaskCondition = { [Field in keyof HandledTask]?: OneOf };

/** One sentence of a policy. Conditions use the small subset of operators that has a SQL form. */
export type Allow = <Name extends SubjectName>(
  action: Action | Action[],
  name: Name,
  conditions: {
    [Field in keyof SubjectFields[Name]]?: NonNullable<SubjectFields[Name][Field]> extends HandledTask[]
      ? { $elemMatch: TaskCondition }
      : OneOf;
  },
) => void;

/** What an actor may do with one kind of subject. Default deny: a policy only ever allows. */
export type Policy = (allow: Allow, actor: Actor) => void;
