/** The console's cache of answers. What it is keyed by begins with the feature's word. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query';
import { isSignedOut, problemOf } from './api.ts';

export const sessionKey = ['session'] as const;

/** A cache that signs out by itself once the server says that the session is over. */
export function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) queries.setQueryData(sessionKey, null);
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays one; only a server that was not reached, or was not ready, is asked again.
        retry: (failures, error) => failures < 2 && (problemOf(error)?.status ?? 503) >= 500,
      },
    },
  });
  return queries;
}
