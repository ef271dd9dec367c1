/** A matter and its steps. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import { call, problemOf } from '../api.ts';

export function useMatter(matterId: string) {
  return useQuery({
    queryKey: ['matters', 'one', matterId],
    queryFn: ({ signal }) => call<MatterView>(`/api/matters/${matterId}`, { signal }),
  });
}

/** Takes a step of a matter as its author saw it; where somebody was faster, the matter is read anew. */
export function useMatterStep({ id, version }: Pick<MatterView, 'id' | 'version'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: MatterStepInput) =>
      call<MatterView>(`/api/matters/${id}/events`, { body: { expectedVersion: version, step } }),
    onSuccess: (matter) => {
      queries.setQueryData(['matters', 'one', id], matter);
      queries.invalidateQueries({ queryKey: ['matters', 'list'] });
    },
    onError: (error) => {
      if (problemOf(error)?.status === 409) queries.invalidateQueries({ queryKey: ['matters', 'one', id] });
    },
  });
}
