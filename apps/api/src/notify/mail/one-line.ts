/** A line break in a header would begin another header, and in a paragraph another message. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
