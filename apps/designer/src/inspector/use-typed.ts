import { useEffect, useRef, useState } from 'react';

interface Typed {
  value: string;
  onChange: (text: string) => void;
  commit: () => void;
  /** gives up what was typed since the last commit */
  revert: () => void;
}

/**
 * A text that a person is typing over a value that may change below (undo). Committed on blur, on Enter and when the
 * field goes away because something else was selected: edits that vanish are the top complaint about every modeler.
 * Give the field a `key` with the element's id, so that it never outlives its element.
 */
export function useTyped(value: string, onCommit: (text: string) => void): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, value, onCommit });
  latest.current = { typed, value, onCommit };
  const commit = (): void => {
    const now = latest.current;
    latest.current = { ...now, typed: null };
    if (now.typed !== null && now.typed !== now.value) now.onCommit(now.typed);
    setTyped(null);
  };
  useEffect(
    () => () => {
      const { typed: last, value: before, onCommit: keep } = latest.current;
      if (last !== null && last !== before) keep(last);
    },
    [],
  );
  return { value: typed ?? value, onChange: setTyped, commit, revert: () => setTyped(null) };
}
