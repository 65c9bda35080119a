const OPENING = '（《〈“(';
const CLOSING = '）》〉”)';

/**
 * Splits at every character that `separates`, but not inside brackets or quotation marks; the parts are trimmed, empty
 * ones dropped. A bracket that nothing closes holds back no more than itself: then the text is split everywhere.
 */
export function splitOutsideBrackets(text: string, separates: (character: string) => boolean): readonly string[] {
  const split = (mindsBrackets: boolean): { parts: string[]; depth: number } => {
    const parts = [''];
    let depth = 0;
    for (const character of text) {
      if (OPENING.includes(character)) depth += 1;
      else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
      if ((depth === 0 || !mindsBrackets) && separates(character)) parts.push('');
      else parts[parts.length - 1] += character;
    }
    return { parts, depth };
  };
  const careful = split(true);
  const { parts } = careful.depth === 0 ? careful : split(false);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
