/** Who is signed in. */
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../../shared/access/session.ts';
import { call, isSignedOut, problemOf } from './api.ts';
import { sessionKey } from './queries.ts';

/** In place of a session: somebody is signed in who must set up a second factor first. */
export const mustEnrol = 'must-enrol';

/** The session: null where nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) =>
      call<Session>('/api/session', { signal }).catch((error): null | typeof mustEnrol => {
        if (isSignedOut(error)) return null;
        if (problemOf(error)?.type === 'urn:liuhen:problem:second-factor-required') return mustEnrol;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await call('/api/auth/sign-out', { body: {} });
    queries.clear();
    // A new page holds nothing of the old one, in memory or on screen.
    window.location.assign('/');
  };
}

const SignedIn = createContext<Session | null>(null);

export const SignedInProvider = SignedIn.Provider;

/** The session of a page that only those who are signed in see. */
export function useSignedIn(): Session {
  const session = useContext(SignedIn);
  if (!session) throw new Error('A page outside the session gate asked who is signed in');
  return session;
}
