import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 640px)');

const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** A screen on which a table with five columns cannot be read. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
