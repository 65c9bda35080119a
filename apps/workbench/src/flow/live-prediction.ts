import { createContext, useContext, useEffect, useState } from 'react';
import { Form, type FormInstance } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi, writtenValues, type FormData, type Instance, type Prediction, type TaskPage } from '@chengban/web';

/** The form on the page, while it is being filled in: what comes next may depend on it. */
export interface LiveForm {
  task: TaskPage;
  form: FormInstance;
  extent: 'all' | 'some';
}

export const LiveFormContext = createContext<LiveForm | null>(null);

/** Typing rests that long before it is asked what comes next. */
const PAUSE_MS = 400;

/** What comes next: as the matter stands, or with what is in the form just now. The last answer asked for is shown. */
export function usePrediction(instance: Instance): { prediction: Prediction; live: boolean } {
  const editing = useContext(LiveFormContext);
  const api = useApi();
  const values = Form.useWatch([], { form: editing?.form, preserve: true }) as FormData | undefined;
  const filled =
    editing && values
      ? JSON.stringify(writtenValues(editing.task.form, editing.task.access, values, editing.extent))
      : null;
  const form = useRested(filled);
  const asked = useQuery({
    queryKey: ['prediction', instance.id, instance.revision, form],
    enabled: form !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
    queryFn: () =>
      api.send<Prediction>('POST', `/instances/${instance.id}/prediction`, {
        body: { form: JSON.parse(form ?? '{}') as FormData },
      }),
  });
  const live = form !== null && asked.data !== undefined;
  return { prediction: live ? asked.data : instance.prediction, live };
}

/** A value once it has stood still for a moment; the first one at once. */
function useRested(value: string | null): string | null {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (rested === null || value === null) return setRested(value);
    const timer = window.setTimeout(() => setRested(value), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}
