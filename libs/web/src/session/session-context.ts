import { createContext, useContext } from 'react';
import type { Role, Session } from '../api/types';

export interface SessionValue extends Session {
  signOut: () => Promise<void>;
  /** true when the person holds one of the roles in any unit */
  hasRole: (...roles: Role[]) => boolean;
}

export const SessionContext = createContext<SessionValue | null>(null);

export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
