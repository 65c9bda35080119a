/** Where the caret stands in a text, or what is marked. */
export interface Selection {
  start: number;
  end: number;
}

/** The text with the phrase in place of what is marked, and where the caret stands then: behind the phrase. */
export function insertAtCaret(
  text: string,
  { start, end }: Selection,
  phrase: string,
): { text: string; caret: number } {
  return { text: text.slice(0, start) + phrase + text.slice(end), caret: start + phrase.length };
}
