import type { Verb } from '@chengban/web';

interface Answered {
  instance: { status: string };
  next: readonly { name: string; who: readonly string[] }[];
}

/** More names than these say less than a number does. */
const MOST_NAMES = 5;

/** Who has the matter after an act: «现在由李敏仪办理（司法局审核）». Empty where the act changed nothing of that. */
export function whoHasIt({ instance, next }: Answered, passedTo: readonly string[] = []): string {
  if (passedTo.length > 0) return `现在由${namesOf(passedTo)}办理`;
  if (next.length > 0)
    return `现在由${next.map(({ name, who }) => `${namesOf(who) || '流程管理员'}办理（${name}）`).join('，')}`;
  return instance.status === 'completed' ? '全部环节已完成，事项已办结' : '';
}

/** What happened, as the dictionary says it, and who has it now, as one sentence. */
export const afterWords = (verb: Verb, happened: string, answer: Answered): string =>
  [happened, ENDINGS.has(verb) ? '' : whoHasIt(answer)].filter(Boolean).join('。');

/** After these nothing is «completed» in the sense of the word. */
const ENDINGS: ReadonlySet<Verb> = new Set<Verb>(['cancel', 'terminate', 'urge', 'reroute', 'dropReroute']);

function namesOf(names: readonly string[]): string {
  const known = names.filter(Boolean);
  return known.length > MOST_NAMES ? `${known.slice(0, 2).join('、')}等 ${known.length} 人` : known.join('、');
}
