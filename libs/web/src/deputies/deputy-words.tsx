import type { ReactNode } from 'react';
import type { DeputyRule } from '../api/types';
import { formatDay } from '../dictionary/format';
import { Mark } from '../marks/mark';
import type { Tone } from '../theme/tones';

const TONES: Readonly<Record<DeputyRule['state'], Tone>> = {
  coming: 'blue',
  active: 'green',
  over: 'quiet',
  ended: 'quiet',
};

export const DeputyState = ({ rule }: { rule: DeputyRule }): ReactNode => (
  <Mark tone={TONES[rule.state]}>{rule.stateName}</Mark>
);

/** «2024年11月4日 至 2024年11月8日», one day alone where both are the same. */
export const deputyDays = ({ from, to }: { from: string; to: string }): string =>
  from === to ? formatDay(from) : `${formatDay(from)} 至 ${formatDay(to)}`;

export const deputyFlows = ({ flows }: DeputyRule): string =>
  flows === null ? '全部流程' : flows.map((flow) => flow.name).join('、');
