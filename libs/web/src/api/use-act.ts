import { useRef } from 'react';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ApiClient } from './api-client';
import { ConnectionLost } from './api-problem';
import { useApi } from './api-context';
import { IntentKeys } from './intent-keys';

/**
 * An act of a person. `run` receives the idempotency key of the intent: unchanged while the answer is unknown, new
 * after every definite answer. A second press while the first is under way is dropped.
 */
export function useAct<Input, Answer>(
  name: string,
  run: (api: ApiClient, input: Input, idempotencyKey: string) => Promise<Answer>,
  callbacks: {
    onSuccess?: (answer: Answer, input: Input) => void;
    onError?: (error: Error, input: Input) => void;
  } = {},
): UseMutationResult<Answer, Error, Input> & { press: (input: Input) => void } {
  const api = useApi();
  const keys = useRef(new IntentKeys());
  const busy = useRef(false);
  const mutation = useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      const answer = await run(api, input, keys.current.keyFor(name, input)).catch((error: unknown) => {
        if (!(error instanceof ConnectionLost)) keys.current.settle(name);
        throw error;
      });
      keys.current.settle(name);
      return answer;
    },
    onSuccess: callbacks.onSuccess,
    onError: callbacks.onError,
    onSettled: () => {
      busy.current = false;
    },
  });
  const press = (input: Input): void => {
    if (busy.current) return;
    busy.current = true;
    mutation.mutate(input);
  };
  return { ...mutation, press };
}
