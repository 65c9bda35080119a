import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AbilityProvider } from '@casl/react';
import { abilityFromRules } from '@chengban/domain';
import { ApiClient } from '../api/api-client';
import { ApiContext } from '../api/api-context';
import { ApiProblem, ConnectionLost, isProblem } from '../api/api-problem';
import type { Session } from '../api/types';
import { SessionContext, type SessionValue } from './session-context';
import { SignInPage } from './sign-in-page';
import { FailurePage } from './failure-page';

type State =
  { at: 'asking' } | { at: 'out' } | { at: 'failed'; error: unknown } | { at: 'in' | 'expired'; session: Session };

interface Props {
  tenant: string;
  /** the line under the product's name on the sign-in page */
  subtitle?: string;
  children: ReactNode;
}

/**
 * Who is here. Signed out: the sign-in page at the very same address. Expired while at work: the sign-in page covers
 * the app, which stays alive below it, so that nothing typed is lost; another person gets a fresh app.
 */
export function SessionProvider({ tenant, subtitle, children }: Props): ReactNode {
  const api = useMemo(() => new ApiClient(tenant), [tenant]);
  const queries = useMemo(() => makeQueryClient(), [tenant]);
  const [state, setState] = useState<State>({ at: 'asking' });

  const enter = (session: Session): void => {
    api.useCsrfToken(session.csrfToken);
    setState((before) => {
      if (before.at === 'expired' && before.session.person.id === session.person.id) void queries.invalidateQueries();
      else queries.clear();
      return { at: 'in', session };
    });
  };
  useEffect(() => {
    api.onSignedOut = () => setState((now) => (now.at === 'in' ? { at: 'expired', session: now.session } : now));
    const ask = new AbortController();
    api.get<Session>('/session', {}, ask.signal).then(enter, (error: unknown) => {
      if (!ask.signal.aborted)
        setState(error instanceof ApiProblem && error.status === 401 ? { at: 'out' } : { at: 'failed', error });
    });
    return () => ask.abort();
  }, [api]);

  const session = state.at === 'in' || state.at === 'expired' ? state.session : null;
  const value = useMemo<SessionValue | null>(
    () =>
      session && {
        ...session,
        hasRole: (...roles) => session.memberships.some((membership) => roles.includes(membership.role)),
        signOut: async () => {
          await api.send('DELETE', '/session').catch((error: unknown) => {
            if (!isProblem(error, 'not-signed-in')) throw error;
          });
          queries.clear();
          setState({ at: 'out' });
        },
      },
    [session, api, queries],
  );
  const ability = useMemo(() => session && abilityFromRules(session.rules), [session]);

  if (state.at === 'asking')
    return (
      <p className="visually-hidden" role="status">
        正在打开
      </p>
    );
  if (state.at === 'failed') return <FailurePage error={state.error} />;
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queries}>
        {state.at !== 'in' && <SignInPage subtitle={subtitle} expired={state.at === 'expired'} onSignedIn={enter} />}
        {value && ability && (
          <SessionContext value={value} key={value.person.id}>
            <AbilityProvider value={ability}>
              <div hidden={state.at === 'expired'}>{children}</div>
            </AbilityProvider>
          </SessionContext>
        )}
      </QueryClientProvider>
    </ApiContext>
  );
}

/** Reads are repeated only when the line was lost: a refusal will not change by asking again. */
const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => error instanceof ConnectionLost && count < 2 },
      mutations: { retry: false },
    },
  });
