import { SHARES, type SeatRule } from '@chengban/domain';
import type { Moddle } from '../modeler/moddle.js';
import { textOf } from '../modeler/moddle.js';
import type { Settings } from './changes.js';

export type SeatChoice = 'one' | SeatRule['mode'];

export const seatChoices: { value: SeatChoice; label: string }[] = [
  { value: 'one', label: '一人办理：谁先签收谁办' },
  { value: 'any', label: '或签：每席都有待办，一席办完即可' },
  { value: 'all', label: '会签：每席都同意才通过' },
  { value: 'sequence', label: '依次：按顺序一席一席办' },
  { value: 'vote', label: '票签：按票数决定' },
];

/** How a vote passes: a share with a common name, a share of one's own, a number of votes. */
export type PassChoice = keyof typeof SHARES | 'share' | 'count' | 'unsaid';

export const passChoices: { value: PassChoice; label: string }[] = [
  { value: 'majority', label: '过半数同意' },
  { value: 'twoThirds', label: '三分之二同意' },
  { value: 'threeQuarters', label: '四分之三同意' },
  { value: 'all', label: '全部同意' },
  { value: 'share', label: '按自定的比例' },
  { value: 'count', label: '按同意的票数' },
];

/** What is drawn, as numbers; NaN and absent are null. */
export interface DrawnSeats {
  choice: SeatChoice | undefined;
  per: SeatRule['per'];
  ratio: number | null;
  count: number | null;
  rejects: number | null;
  veto: boolean;
  collects: boolean;
}

export function drawnSeats(task: Moddle): DrawnSeats {
  const number = (name: string): number | null => {
    const value = task.get(`chengban:${name}`);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const mode = textOf(task, 'chengban:seats') || 'one';
  return {
    choice: seatChoices.find(({ value }) => value === mode)?.value,
    per: textOf(task, 'chengban:seatPer') === 'unit' ? 'unit' : 'person',
    ratio: number('passRatio'),
    count: number('passCount'),
    rejects: number('rejectCount'),
    veto: task.get('chengban:veto') === true,
    collects: textOf(task, 'chengban:decide') === 'collect',
  };
}

export function passChoiceOf({ ratio, count }: DrawnSeats): PassChoice {
  if (count !== null) return 'count';
  if (ratio === null) return 'unsaid';
  const named = (Object.keys(SHARES) as (keyof typeof SHARES)[]).find((name) => SHARES[name] === ratio);
  return named ?? 'share';
}

export const passSettings = (choice: PassChoice): Settings => ({
  passRatio: choice === 'count' || choice === 'unsaid' ? undefined : choice === 'share' ? 0.6 : SHARES[choice],
  passCount: choice === 'count' ? 2 : undefined,
});

/** What goes with another way of deciding: counts belong to a vote, waiting for all to a vote and to 会签. */
export function modeSettings(choice: SeatChoice): Settings {
  const notCounted = { passRatio: undefined, passCount: undefined, rejectCount: undefined, veto: undefined };
  switch (choice) {
    case 'one':
      return { seats: undefined, seatPer: undefined, decide: undefined, ...notCounted };
    case 'vote':
      return { seats: 'vote', passRatio: SHARES.twoThirds };
    case 'all':
      return { seats: 'all', ...notCounted };
    default:
      return { seats: choice, decide: undefined, ...notCounted };
  }
}
