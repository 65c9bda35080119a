import { CATEGORIES, CATEGORY_NAMES, manyOf, type Category } from '../categories.js';
import { oneLine } from './one-line.js';

/** One message as a mail tells it. */
export interface MailLine {
  readonly category: Category;
  readonly title: string;
  readonly text: string;
  readonly taskId: string | null;
  readonly obligationId: string | null;
  readonly instanceId: string | null;
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
}

/** Where links lead: the address of the city, such as `https://oa.example.gov.cn/taishan`; null: a mail has no links. */
export type CityAddress = string | null;

/** Enough to work from; who has more opens the list. */
const MOST_LINES = 50;
const LONGEST_SUBJECT = 120;

/** One message is told as itself, many as their numbers and then one by one. */
export function composeMail(lines: readonly MailLine[], personName: string, address: CityAddress): ComposedMail {
  const [first] = lines;
  const subject = lines.length === 1 && first ? first.title : `承办：${countsOf(lines)}`;
  const hidden = lines.length - MOST_LINES;
  const text = [
    `${oneLine(personName)}，您好：`,
    ...(lines.length > 1 ? [`${countsOf(lines)}。`] : []),
    ...inOrder(lines)
      .slice(0, MOST_LINES)
      .map((line) => paragraphOf(line, address)),
    ...(hidden > 0 ? [`另有 ${hidden} 件没有列出，请登录后在“我的待办”和消息里查看。`] : []),
    footOf(address),
  ].join('\n\n');
  return { subject: oneLine(subject).slice(0, LONGEST_SUBJECT), text };
}

/** «有 75 件新待办、2 件办结» */
function countsOf(lines: readonly MailLine[]): string {
  const counted = CATEGORY_NAMES.flatMap((category) => {
    const count = lines.filter((line) => line.category === category).length;
    return count > 0 ? [{ category, count }] : [];
  });
  return counted
    .map(({ category, count }, at) => (at === 0 ? manyOf(category, count) : `${count} ${CATEGORIES[category].many}`))
    .join('、');
}

const rank = ({ category }: MailLine): number =>
  (CATEGORIES[category].urgent ? 0 : CATEGORY_NAMES.length) + CATEGORY_NAMES.indexOf(category);

const inOrder = (lines: readonly MailLine[]): MailLine[] => [...lines].sort((a, b) => rank(a) - rank(b));

function paragraphOf({ title, text, taskId, obligationId }: MailLine, address: CityAddress): string {
  const path = taskId ? `/tasks/${taskId}` : obligationId ? `/obligations/${obligationId}` : null;
  return [
    `· ${oneLine(title)}`,
    ...(text ? [`  ${oneLine(text)}`] : []),
    ...(address && path ? [`  ${address}${path}`] : []),
  ].join('\n');
}

const footOf = (address: CityAddress): string =>
  `——\n这封邮件由“承办”自动发出，请不要直接回复。哪些消息发邮件、什么时候发，可以在“个人设置·通知”里调整${
    address ? `：${address}/settings/notifications` : '。'
  }`;
