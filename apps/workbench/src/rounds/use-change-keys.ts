import { useEffect, useRef, type RefObject } from 'react';

/** N and P go from change to change, A shows all or only what changed; not while somebody types. */
export function useChangeKeys(place: RefObject<HTMLElement | null>, onAll: () => void): void {
  const all = useRef(onAll);
  all.current = onAll;
  useEffect(() => {
    // the drawer keeps the focus on itself when it opens: the keys must work from there too
    const keys = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea'))
        return;
      const key = event.key.toLowerCase();
      if (key === 'n') goTo(place.current, 1);
      else if (key === 'p') goTo(place.current, -1);
      else if (key === 'a') all.current();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [place]);
}

/** The next change, or the one before; from the last on to the first. */
function goTo(place: HTMLElement | null, step: 1 | -1): void {
  const changes = [...(place?.querySelectorAll<HTMLElement>('.compare-changed') ?? [])];
  if (changes.length === 0) return;
  const at = changes.findIndex((each) => each.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : changes.length - 1) : (at + step + changes.length) % changes.length;
  changes[next]?.focus();
  changes[next]?.scrollIntoView({ block: 'center' });
}
