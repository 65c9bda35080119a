/** What a person may be in a unit. The three supervision roles are held at the plan's supervising unit (here 市司法局). */
export const ROLES = {
  handler: '经办人',
  reviewer: '审核人',
  deputyLeader: '分管领导',
  head: '主要负责人',
  supervisionHandler: '督办经办',
  supervisionReviewer: '督办审核',
  supervisionLeader: '督办领导',
  observer: '领导',
  flowAdmin: '流程管理员',
} as const;

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** A role held in a unit today; expired memberships never reach the domain. */
export interface Membership {
  readonly unitId: string;
  readonly role: Role;
}

/** Somebody who is away and whose tasks the actor may do today (代理); `keys` null: in every flow, else in these. */
export interface Deputyship {
  readonly personId: string;
  readonly name: string;
  readonly keys: readonly string[] | null;
}

/** Who is acting: one person in one tenant, with the memberships and the deputyships that hold at this moment. */
export interface Actor {
  readonly tenant: string;
  readonly personId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** one per rule; ended and future rules never reach the domain, and neither do the rules of those named here */
  readonly deputyFor: readonly Deputyship[];
}

export const unitsOf = (actor: Actor): string[] => [...new Set(actor.memberships.map((m) => m.unitId))];

export const unitsWhere = (actor: Actor, ...roles: Role[]): string[] => [
  ...new Set(actor.memberships.filter((m) => roles.includes(m.role)).map((m) => m.unitId)),
];

export const holds = (actor: Actor, ...roles: Role[]): boolean => actor.memberships.some((m) => roles.includes(m.role));

export const supervises = (actor: Actor): boolean =>
  holds(actor, 'supervisionHandler', 'supervisionReviewer', 'supervisionLeader');
