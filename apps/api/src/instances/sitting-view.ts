import { nodeInfo, seatsWords, type Seat, type Sitting, type Standing, type Workflow } from '@chengban/domain';

export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A seat as people read it: whose it is, and what was decided there. */
interface SeatView {
  readonly seat: number;
  readonly status: Seat['status'];
  /** the holder, else everybody who may take it */
  readonly who: readonly PersonView[];
  readonly claimed: boolean;
  readonly fallback: boolean;
  readonly decision: {
    readonly verb: string;
    readonly by: PersonView;
    /** 代 */
    readonly for: PersonView | null;
    readonly at: Date;
    readonly text: string;
    /** 自动去重 */
    readonly repeats: string | null;
  } | null;
  /** 加签: which seat asked, and where the added one stands */
  readonly asked: {
    readonly by: number;
    readonly side: string;
    readonly mode: string;
    readonly byPerson: PersonView;
  } | null;
  readonly delegations: readonly {
    readonly by: PersonView;
    readonly to: PersonView;
    readonly reason: string;
    readonly opinion: string;
    readonly back: boolean;
  }[];
  readonly urged: number;
}

/** A step that waits, with everybody who decides there. */
export interface SittingView {
  readonly nodeId: string;
  readonly name: string;
  readonly token: number;
  readonly dueAt: Date | null;
  /** how the seats decide, in words; empty where one person does */
  readonly rule: string;
  /** 还差谁: those whose turn it is, and those after them */
  readonly missing: readonly string[];
  readonly seats: readonly SeatView[];
}

/** Everybody of whom the sittings speak. */
export const personsIn = ({ sittings }: Pick<Standing, 'sittings'>): readonly string[] => [
  ...new Set(
    sittings.flatMap(({ seats }) =>
      seats.flatMap(({ candidateIds, holderId, decision, asked, delegations = [] }) => [
        ...candidateIds,
        ...(holderId === undefined ? [] : [holderId]),
        ...(decision === undefined ? [] : [decision.by, ...(decision.forId === undefined ? [] : [decision.forId])]),
        ...(asked === undefined ? [] : [asked.byId]),
        ...delegations.flatMap(({ byId, toId }) => [byId, toId]),
      ]),
    ),
  ),
];

export function sittingView(workflow: Workflow, sitting: Sitting, names: ReadonlyMap<string, string>): SittingView {
  const node = nodeInfo(workflow, sitting.nodeId);
  const seats = sitting.seats.map((seat) => seatView(seat, names));
  const missing = seats.filter(({ status }) => status === 'open' || status === 'waiting');
  return {
    nodeId: sitting.nodeId,
    name: node?.name ?? sitting.nodeId,
    token: sitting.token,
    dueAt: sitting.dueAt === undefined ? null : new Date(sitting.dueAt),
    rule: node?.seats === undefined ? '' : seatsWords(node.seats),
    missing: missing.map(({ who }) => who.map(({ name }) => name).join('、')),
    seats,
  };
}

function seatView(seat: Seat, names: ReadonlyMap<string, string>): SeatView {
  const person = (id: string): PersonView => ({ id, name: names.get(id) ?? '' });
  const { decision, asked, delegations = [] } = seat;
  return {
    seat: seat.id,
    status: seat.status,
    who: (seat.holderId === undefined ? seat.candidateIds : [seat.holderId]).map(person),
    claimed: seat.holderId !== undefined,
    fallback: seat.fallback ?? false,
    decision:
      decision === undefined
        ? null
        : {
            verb: decision.verb,
            by: person(decision.by),
            for: decision.forId === undefined ? null : person(decision.forId),
            at: new Date(decision.at),
            text: decision.text ?? '',
            repeats: decision.repeats ?? null,
          },
    asked:
      asked === undefined ? null : { by: asked.by, side: asked.side, mode: asked.mode, byPerson: person(asked.byId) },
    delegations: delegations.map(({ byId, toId, reason = '', opinion = '', backAt }) => ({
      by: person(byId),
      to: person(toId),
      reason,
      opinion,
      back: backAt !== undefined,
    })),
    urged: seat.urged?.times ?? 0,
  };
}
