import { useRef, type RefObject } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { insertAtCaret } from './insert-at-caret';

interface Field {
  read: () => string;
  write: (text: string) => void;
}

/** A text area into which phrases are picked: the caret stays where the person left it, though the focus has moved. */
export function usePhraseField({ read, write }: Field): {
  area: RefObject<TextAreaRef | null>;
  insert: (phrase: string) => void;
} {
  const area = useRef<TextAreaRef>(null);
  const insert = (phrase: string): void => {
    const element = area.current?.resizableTextArea?.textArea;
    const text = read();
    const at = element
      ? { start: element.selectionStart, end: element.selectionEnd }
      : { start: text.length, end: text.length };
    const next = insertAtCaret(text, at, phrase);
    write(next.text);
    // after React has put the new text in, which would move the caret to the end
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(next.caret, next.caret);
    });
  };
  return { area, insert };
}
