import { useSearchParams } from 'react-router';

/** Which tab is open, in the address: a message can lead to one, and a page that is loaded again shows the same. */
export function useTab(first: string): [string, (key: string) => void] {
  const [search, setSearch] = useSearchParams();
  const open = (key: string): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (key === first) next.delete('tab');
        else next.set('tab', key);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [search.get('tab') ?? first, open];
}
