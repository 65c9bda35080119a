import type { Seat, Sitting } from '@chengban/web';

export type SeatLook = 'now' | 'waits' | 'yes' | 'back' | 'no' | 'others' | 'gone';

/** The state of a seat in a word, with the look that goes with it: never colour alone. */
export function seatState({ status, claimed, decision, delegations }: Seat): { look: SeatLook; word: string } {
  if (decision !== null) {
    if (decision.verb === 'return') return { look: 'back', word: '退回' };
    if (decision.verb === 'reject') return { look: 'no', word: '不予通过' };
    return { look: 'yes', word: decision.verb === 'submit' ? '已报送' : '已同意' };
  }
  switch (status) {
    case 'open':
      if (delegations.some(({ back }) => !back)) return { look: 'now', word: '等被委派的人回复' };
      return { look: 'now', word: claimed ? '正在办理' : '等待办理' };
    case 'waiting':
      return { look: 'waits', word: '还没轮到' };
    case 'removed':
      return { look: 'gone', word: '已减签' };
    default:
      return { look: 'others', word: '已由他人办理' };
  }
}

/** Who has a seat: its holder, or everybody of whom one will do. */
export function whoSits({ who, fallback }: Pick<Seat, 'who' | 'fallback'>): string {
  const names = who.map(({ name }) => name).filter(Boolean);
  if (fallback) return '流程管理员';
  if (names.length < 2) return names.join('') || '—';
  return names.length > 3 ? `${names.slice(0, 2).join('、')}等 ${names.length} 人中一人` : `${names.join('、')}中一人`;
}

/** 还差谁 */
export function missingWords({ seats }: Pick<Sitting, 'seats'>): string {
  const missing = seats.filter(({ status }) => status === 'open' || status === 'waiting');
  if (missing.length === 0) return '';
  return `还差 ${missing.length} 席：${missing.map(whoSits).join('、')}`;
}

export interface SeatNode {
  seat: Seat;
  /** 加签: those whom this seat asked for */
  asked: SeatNode[];
}

/** Seats with those that they asked for below them, in order; nobody is left out. */
export function seatTree(seats: readonly Seat[]): SeatNode[] {
  const nodes = new Map(seats.map((seat) => [seat.seat, { seat, asked: [] as SeatNode[] }]));
  const top: SeatNode[] = [];
  for (const node of nodes.values()) {
    const by = node.seat.asked === null ? undefined : nodes.get(node.seat.asked.by);
    if (by === undefined || by === node) top.push(node);
    else by.asked.push(node);
  }
  return top;
}

const SIDES: Readonly<Record<string, string>> = { before: '前加签', after: '后加签', beside: '并行加签' };
const MODES: Readonly<Record<string, string>> = { all: '会签', any: '或签', sequence: '依次' };

/** How those whom a seat asked for decide: «前加签（会签）»; one alone has nobody to agree with. */
export function askedWords({ side, mode }: { side: string; mode: string }, many: boolean): string {
  return many ? `${SIDES[side] ?? side}（${MODES[mode] ?? mode}）` : (SIDES[side] ?? side);
}

/** One person at one seat to whom nothing happened: there is nothing to tell of the others. */
export const isPlain = ({ seats }: Pick<Sitting, 'seats'>): boolean =>
  seats.length === 1 &&
  seats.every(({ delegations, urged, fallback, asked }) => delegations.length + urged === 0 && !fallback && !asked);
