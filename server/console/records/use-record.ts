/** A record and its steps. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { RecordStepInput } from '../../../shared/record/details.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { call } from '../api.ts';

export function useRecord(recordId: string) {
  return useQuery({
    queryKey: ['records', 'one', recordId],
    queryFn: ({ signal }) => call<RecordView>(`/api/records/${recordId}`, { signal }),
  });
}

/** Takes a step of a record; lists of records and matters are read anew afterwards. */
export function useRecordStep(recordId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: RecordStepInput) => call<RecordView>(`/api/records/${recordId}/events`, { body: step }),
    onSuccess: (record) => {
      queries.setQueryData(['records', 'one', recordId], record);
      queries.invalidateQueries({ queryKey: ['records', 'list'] });
      queries.invalidateQueries({ queryKey: ['matters'] });
    },
  });
}
