import { chineseDate } from '@chengban/domain';
import type { Obligation } from '@chengban/web';

type Extended = Pick<Obligation, 'originalDueOn' | 'extensions'>;

const TIMES = ['', '一次', '两次', '三次'];

/** «原定 2024年12月31日，已延期一次»; null where the deadline is still the plan's. */
export function originalDue({ originalDueOn, extensions }: Extended): string | null {
  if (originalDueOn === null) return null;
  return `原定 ${chineseDate(originalDueOn)}，已延期${TIMES[extensions] ?? ` ${extensions} 次`}`;
}
