import type { FoundPerson } from '@chengban/web';

/** How a person stands in the text behind the @: by name, and with the unit where the name alone could mean two. */
export function calledIn(person: FoundPerson, all: readonly FoundPerson[]): string {
  const alike = all.some((other) => other.id !== person.id && other.name === person.name);
  const unit = person.seats[0]?.split(' ')[0];
  return alike && unit ? `${person.name}（${unit}）` : person.name;
}

/** The ids of those whose mention still stands in the text; one that was chosen and deleted again is not meant. */
export const mentionedIn = (text: string, chosen: ReadonlyMap<string, string>): string[] => [
  ...new Set([...chosen].filter(([called]) => text.includes(`@${called}`)).map(([, id]) => id)),
];

/** The text in pieces, so that names behind an @ can be shown as such. */
export function mentionParts(text: string, names: readonly string[]): { text: string; mention: boolean }[] {
  // the longest first: 张三丰 is not 张三 followed by 丰
  const known = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (known.length === 0) return [{ text, mention: false }];
  const pieces = text.split(new RegExp(`(@(?:${known.join('|')}))`));
  return pieces.map((piece, index) => ({ text: piece, mention: index % 2 === 1 })).filter((part) => part.text !== '');
}
