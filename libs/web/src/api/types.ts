import type {
  AbilityRules,
  Finding,
  FormAccess,
  FormDefinition,
  ItemAnchor,
  Light,
  PlanReading,
  Role,
} from '@chengban/domain';
import type { components } from './schema.generated';

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
export type { FieldUi, FormDefinition, FormField } from '@chengban/domain';
export type { Deadline as DeadlineReading, Milestone, ReadMeasure as MeasureReading } from '@chengban/domain';

/**
 * The API's answers under the names that the apps use. The shapes come from the generated schema; only where the API
 * describes something as an open object do the domain's own types stand in its place. Days are `YYYY-MM-DD` in
 * Asia/Shanghai, instants ISO 8601 UTC strings, sizes bytes.
 */
type Schemas = components['schemas'];
type With<Base, Own> = Omit<Base, keyof Own> & Own;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export type Named = Schemas['NamedDto'];

export type Membership = With<Schemas['SessionMembership'], { role: Role }>;
export type Session = With<Schemas['SessionAnswer'], { memberships: Membership[]; rules: AbilityRules }>;
export type Unit = Schemas['UnitItem'];
export type Person = With<Schemas['PersonItem'], { memberships: (Schemas['PersonMembership'] & { role: Role })[] }>;

export type Plan = Schemas['PlanAnswer'];
export type MeasureRow = Schemas['MeasureItem'];
export type KeyTaskCounts = Schemas['KeyTaskCounts'];
export type UnitCounts = Schemas['UnitCounts'];
export type Overview = Schemas['OverviewAnswer'];
export type PlanDraft = With<Schemas['PlanDraftAnswer'], { reading: PlanReading }>;
export type PlanDraftRow = Schemas['PlanDraftItem'];

/** A verb this person sees now; when it is not allowed, `reason` says why and `cure` what would allow it. */
export type Offer = With<Schemas['OfferDto'], { verb: Verb; targets?: ReturnTarget[] }>;
/** A step to which work may be returned; drawn: the drawing says what happens when it comes back. */
export type ReturnTarget = With<Schemas['ReturnTargetDto'], { after: string[] | 'drawn' }>;
export type Verb = Schemas['OfferDto']['verb'] | Schemas['ObligationOffer']['verb'];
/** `offers` and what is known of its extensions only on an obligation's own page */
export type Obligation = With<Schemas['ObligationItem'], { light: Light }> & { offers?: Offer[] } & Partial<
    Pick<Schemas['ObligationDetail'], 'pastExtensions' | 'extensionRequest'>
  >;

export type Task = With<Schemas['TaskDto'], { light: Light }>;
export type Evidence = Schemas['EvidenceDto'];
export type FormData = Record<string, unknown>;
export type Draft = Schemas['KeptDraftDto'];
/** One immutable submission: what was reported, with which files, and what was decided about it. */
export type Round = With<Schemas['RoundDto'], { items: ReturnItem[] }>;
/** One thing that a return pointed out, with the unit's answer and what became of it. */
export type ReturnItem = With<Schemas['ReturnItemDto'], { anchor: ItemAnchor | null }>;
/** An answer in the making. */
export type DraftAnswer = Schemas['AnswerBody'];
export type RoundOutcome = Round['outcome'];
export type TaskPage = With<
  Schemas['TaskPageDto'],
  {
    light: Light;
    obligation: Obligation | null;
    form: FormDefinition;
    access: FormAccess;
    data: FormData;
    offers: Offer[];
    matterOffers: Offer[];
    rounds: Round[];
  }
>;
/** One step that waits, with everybody who decides there. */
export type Sitting = Schemas['SittingDto'];
export type Seat = Schemas['SeatDto'];
/** What comes next, as far as it can be known. */
export type Prediction = Schemas['PredictionDto'];
/** Where a matter stands after an act on the whole of it. */
export type MatterAnswer = Schemas['MatterAnswerDto'];
export type ActAnswer = With<Schemas['ActAnswerDto'], { task: Task }>;
export type Submission = Schemas['SubmissionDto'];
export type SubmissionPage = With<Schemas['SubmissionPageDto'], { form: FormDefinition; rounds: Round[] }>;

/** Which elements of a flow's drawing are where: ids of nodes and of flows. */
export type DiagramState = Schemas['DiagramDto'];
export type HistoryEntry = Schemas['HistoryItemDto'];
export type Upcoming = Schemas['UpcomingDto'];
export type Instance = With<Schemas['InstanceDto'], { offers: Offer[] }>;

/** 代理: who does whose tasks, when, for which flows and why. */
export type DeputyRule = Schemas['DeputyRuleDto'];

export type Definition = Schemas['DefinitionDto'];
export type DefinitionVersion = Schemas['VersionDto'];
export type CheckAnswer = With<Schemas['CheckDto'], { findings: Finding[] }>;
/** A matter that cannot go on by itself, at one place or several. */
export type TroubledInstance = Schemas['TroubledInstanceDto'];
export type Retried = Schemas['RetriedDto'];
/** A message or timer that did not arrive by itself: what it is, why, and what to do. */
export type Delivery = Schemas['DeliveryDto'];
export type DeliveriesPage = Schemas['DeliveriesDto'];
export type Decided = Schemas['DecidedDto'];
/** A program of the server that a service task may name. */
export type Handler = Schemas['HandlerDto'];

export type Notification = Schemas['NotificationDto'];
/** How I want to be told, and what of. */
export type NotificationSettings = Schemas['NotificationSettingsDto'];
export type NotificationChoice = Schemas['CategoryChoiceDto'];
/** A system that is told by webhook. */
export type Webhook = Schemas['WebhookDto'];
export type WebhookFields = Schemas['WebhookBody'];
export type Webhooks = Schemas['WebhooksDto'];
export type WebhookSecret = Schemas['SecretDto'];
export type WebhookTried = Schemas['TriedDto'];

/** Words in the thread of a matter; `text` is null when they were taken back. */
export type Comment = Schemas['CommentDto'];
export type Thread = Schemas['CommentsDto'];
/** To whom one speaks: everybody who sees the matter, or one unit. */
export type Audience = Thread['audiences'][number];
export type CommentFile = Schemas['CommentFileDto'];
/** Somebody who may be named, with where they work. */
export type FoundPerson = Schemas['FoundPersonDto'];

/** A matter that was sent to me to be read (cc) or read and answered (circulate). */
export type ReceivedCopy = Schemas['ReceivedCopyDto'];
export type ReceivedCopies = Schemas['ReceivedCopiesDto'];
export type SentCopy = Schemas['SentCopyDto'];
export type SentCopies = Schemas['SentCopiesDto'];
export type MadeCopies = Schemas['MadeCopiesDto'];

/** 常用意见, the most used first. */
export type Phrase = Schemas['PhraseDto'];
export type Phrases = Schemas['PhrasesDto'];

/** What became of one task of a batch. */
export type BatchResult = Schemas['BatchResultDto'];

/** A matter of somebody who leaves, and whether it can be handed over. */
export type HandoverMatter = Schemas['HandoverMatterDto'];
export type HandoverResult = Schemas['HandoverResultDto'];
