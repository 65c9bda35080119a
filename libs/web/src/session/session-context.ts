import { createContext, useContext } from 'react';
import { createMongoAbility, type MongoAbility } from '@casl/ability';
import type { Role, Session } from '../api/types.js';

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

export type AppAbility = MongoAbility;

export const abilityOf = (session: Session): AppAbility =>
  createMongoAbility(session.rules as Parameters<typeof createMongoAbility>[0]);
