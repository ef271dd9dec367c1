/** A leader's self-check of a year. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { SelfCheck, SelfCheckView } from '../../../shared/self-check/self-check.ts';
import { call } from '../api.ts';

const keyOf = (year: number) => ['self-check', year];

export function useSelfCheck(year: number) {
  return useQuery({
    queryKey: keyOf(year),
    queryFn: ({ signal }) => call<SelfCheckView>(`/api/self-checks/${year}`, { signal }),
  });
}

export function useSubmission(year: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (selfCheck: SelfCheck) => call<SelfCheckView>(`/api/self-checks/${year}`, { body: selfCheck }),
    onSuccess: (view) => queries.setQueryData(keyOf(year), view),
  });
}
