import type {
  AbilityRules,
  Finding,
  Light,
  ObligationKind,
  ObligationStatus,
  PlanReading,
  Role,
} from '@chengban/domain';

export type {
  Finding,
  Light,
  ObligationKind,
  ObligationStatus,
  PlanReading,
  Position,
  Repair,
  Role,
} from '@chengban/domain';
export type { Deadline as DeadlineReading, Milestone, ReadMeasure as MeasureReading } from '@chengban/domain';

/**
 * The shapes that the API answers with. Days are `YYYY-MM-DD` in Asia/Shanghai, instants ISO 8601 UTC strings,
 * sizes bytes. Nothing here is ever written down a second time in the apps.
 */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface Named {
  id: string;
  name: string;
}

export interface Membership {
  unitId: string;
  unitName: string;
  role: Role;
  roleName: string;
}
export interface Session {
  person: { id: string; name: string; account: string };
  tenant: Named;
  memberships: Membership[];
  /** CASL rules; only the domain's `abilityFromRules` looks inside */
  rules: AbilityRules;
  csrfToken: string;
}

export interface Unit extends Named {
  shortName: string;
  kind: 'department' | 'town' | 'office';
}
export interface Person extends Named {
  account: string;
  memberships: Membership[];
}

export interface Plan {
  id: string;
  title: string;
  code: string;
  status: 'draft' | 'live';
  periodFrom: string;
  periodTo: string;
  measureCount: number;
  obligationCount: number;
}
export interface MeasureRow {
  no: number;
  keyTaskNo: number;
  keyTaskTitle: string;
  workTaskNo: number;
  workTaskTitle: string;
  text: string;
  units: string[];
  deadlineText: string;
  progress: { total: number; closed: number; overdue: number };
}
interface Counts {
  total: number;
  closed: number;
  overdue: number;
  dueSoon: number;
}
export interface KeyTaskCounts extends Counts {
  no: number;
  title: string;
}
export interface UnitCounts extends Counts {
  unitId: string;
  unitName: string;
}
export interface Overview {
  asOf: string;
  totals: Counts & { pending: number; drafting: number; inReview: number; returned: number };
  byKeyTask: KeyTaskCounts[];
  byUnit: UnitCounts[];
}

export interface PlanDraft {
  id: string;
  fileName: string;
  fileSha256: string;
  reading: PlanReading;
  createdAt: string;
  createdBy: Named | null;
  status: 'draft' | 'confirmed';
  revision: number;
  planId: string | null;
}
export interface PlanDraftRow {
  id: string;
  fileName: string;
  status: 'draft' | 'confirmed';
  measureCount: number;
  planId: string | null;
  createdAt: string;
}

export type Verb = 'start' | 'claim' | 'release' | 'save' | 'submit' | 'approve' | 'return';
/** A verb this person sees now; when it is not allowed, `reason` says why and `cure` what would allow it. */
export interface Offer {
  verb: Verb;
  label: string;
  allowed: boolean;
  code?: string;
  reason?: string;
  cure?: string;
}
export interface Obligation {
  id: string;
  number: string;
  planId: string;
  measureNo: number;
  measureText: string;
  keyTaskNo: number;
  keyTaskTitle: string;
  workTaskNo: number;
  workTaskTitle: string;
  unit: Named;
  kind: ObligationKind;
  kindName: string;
  requirement: string;
  deadlineText: string;
  dueOn: string;
  status: ObligationStatus;
  statusName: string;
  outcome: string | null;
  light: Light;
  instanceId: string | null;
  openTaskId: string | null;
  offers?: Offer[];
}

export type TaskStatus = 'open' | 'completed' | 'cancelled';
export interface Task {
  id: string;
  instanceId: string;
  obligationId: string;
  nodeId: string;
  name: string;
  purpose: 'draft' | 'review';
  status: TaskStatus;
  number: string;
  measureNo: number;
  measureText: string;
  requirement: string;
  unit: Named;
  dueOn: string;
  /** when this step is due, where the flow gives it a time of its own */
  dueAt: string | null;
  light: Light;
  holder: Named | null;
  openedAt: string;
  closedAt: string | null;
  revision: number;
}
export interface Evidence {
  id: string;
  fileName: string;
  size: number;
  sha256: string;
  mediaType: string;
  uploadedBy: Named;
  uploadedAt: string;
}
export type FormData = Record<string, unknown>;
export interface Draft {
  data: FormData;
  evidence: Evidence[];
  savedAt: string;
  savedBy: Named;
}
export type RoundOutcome = 'pending' | 'approved' | 'returned';
/** One immutable submission: what was reported, with which files, and what was decided about it. */
export interface Round {
  no: number;
  data: FormData;
  evidence: Evidence[];
  submittedBy: Named;
  submittedAt: string;
  outcome: RoundOutcome;
  decidedBy: Named | null;
  decidedAt: string | null;
  reason: string | null;
}
export interface DefinitionRef {
  id: string;
  key: string;
  name: string;
  version: number;
}
export interface TaskPage extends Task {
  /** null for somebody who may see the task but not the obligation */
  obligation: Obligation | null;
  form: FormDefinition;
  draft: Draft | null;
  offers: Offer[];
  rounds: Round[];
  definition: DefinitionRef;
}
export interface ActAnswer {
  task: Task;
  instance: { id: string; status: string; revision: number };
  next: { name: string; who: string[] }[];
}
export interface Submission {
  id: string;
  obligationId: string;
  instanceId: string;
  number: string;
  measureNo: number;
  measureText: string;
  requirement: string;
  unit: Named;
  status: string;
  outcome: string | null;
  updatedAt: string;
  rounds: number;
  lastRound: { no: number; submittedAt: string; outcome: RoundOutcome } | null;
}
export interface SubmissionPage extends Omit<Submission, 'rounds'> {
  rounds: Round[];
  form: FormDefinition;
}

/** Which elements of a flow's drawing are where: ids of nodes and of flows. */
export interface DiagramState {
  active: string[];
  done: string[];
  taken: string[];
}
export interface HistoryEntry {
  seq: number;
  at: string;
  actor: Named | null;
  verb: string;
  verbName: string;
  nodeId: string | null;
  nodeName: string | null;
  text: string;
}
export interface Upcoming {
  nodeId: string;
  name: string;
  who: string[];
}
export interface Instance {
  id: string;
  obligationId: string;
  definition: DefinitionRef;
  status: 'running' | 'completed' | 'incident' | string;
  revision: number;
  outcome: string | null;
  startedAt: string;
  endedAt: string | null;
  diagram: DiagramState;
  history: HistoryEntry[];
  /** whom it waits for now */
  current: Upcoming[];
  /** what comes after, as far as it can be foreseen */
  upcoming: Upcoming[];
}

export interface Definition {
  id: string;
  key: string;
  name: string;
  latestVersion: number;
  publishedVersion: number | null;
  runningInstances: number;
  updatedAt: string;
}
export interface DefinitionVersion {
  id: string;
  version: number;
  status: 'published' | string;
  publishedAt: string;
  publishedBy: Named | null;
  note: string | null;
  hash: string;
  runningInstances: number;
}
export interface CheckAnswer {
  findings: Finding[];
  publishable: boolean;
}

export interface Notification {
  id: string;
  title: string;
  text: string | null;
  taskId: string | null;
  obligationId: string | null;
  createdAt: string;
  readAt: string | null;
}

/** The part of JSON Schema that a form uses: one object of plain fields. */
export interface FieldSchema {
  type: 'string' | 'number' | 'integer' | 'boolean';
  title?: string;
  description?: string;
  minLength?: number;
  maxLength?: number;
  enum?: (string | number)[];
  enumNames?: string[];
  minimum?: number;
  maximum?: number;
}
export interface FieldUi {
  widget?: 'textarea' | 'text' | 'number' | 'choice' | 'date';
  unit?: string;
  placeholder?: string;
}
export interface FormDefinition {
  key: string;
  title: string;
  schema: { type: 'object'; properties: Record<string, FieldSchema>; required?: string[] };
  /** `order` lists the fields; every other key is a field's own appearance */
  ui: { order?: string[]; [field: string]: FieldUi | string[] | undefined };
  evidence?: { min: number; max: number };
}
