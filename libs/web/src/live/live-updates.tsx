import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context';
import { useSession } from '../session/session-context';
import { LiveConnection, type LiveSource, type LiveWindows, type LiveWord } from './live-connection';

/** What asks again at once when the server says that something is new; `about`: the first words of query keys. */
export function LiveUpdates({ about }: { about: readonly string[] }): null {
  const api = useApi();
  const queries = useQueryClient();
  const { person, csrfToken } = useSession();
  const wanted = about.join(' ');
  useEffect(() => {
    const names = new Set(wanted.split(' '));
    const connection = new LiveConnection(
      {
        openSource: () => sourceAt(api.address('/live')),
        windows: windowsOf(`chengban live ${api.tenant} ${person.id}`),
        later: (work, ms) => {
          const timer = window.setTimeout(work, ms);
          return () => window.clearTimeout(timer);
        },
      },
      {
        onChange: () => void queries.invalidateQueries({ predicate: ({ queryKey }) => names.has(String(queryKey[0])) }),
        // asked as any question is: the answer 401 shows the sign-in page
        onDoubt: () => void api.get('/session').catch(() => undefined),
      },
    );
    const look = (): void => (document.visibilityState === 'visible' ? connection.inSight() : connection.outOfSight());
    const leave = (): void => connection.release();
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    window.addEventListener('pageshow', look);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
      window.removeEventListener('pageshow', look);
      window.removeEventListener('pagehide', leave);
      connection.close();
    };
    // the token is another after signing in anew, and so is the stream
  }, [api, queries, person.id, csrfToken, wanted]);
  return null;
}

function sourceAt(address: string): LiveSource {
  const source = new EventSource(address);
  return {
    on: (event, take) => {
      if (event !== 'closed') source.addEventListener(event, (message) => take((message as MessageEvent).lastEventId));
      // a broken line is mended by the browser, which then is connecting; a refusal is final
      else source.addEventListener('error', () => source.readyState === EventSource.CLOSED && take(''));
    },
    close: () => source.close(),
  };
}

function windowsOf(name: string): LiveWindows | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(name);
  return {
    say: (word) => channel.postMessage(word),
    hear: (take) => channel.addEventListener('message', ({ data }: MessageEvent<LiveWord>) => take(data)),
    close: () => channel.close(),
  };
}
