import { useEffect, useState } from 'react';
import { readBpmn, type FlowModel } from '@chengban/domain';

/** The drawing as our model; null while it is read, and where there is nothing to read. */
export function useModel(xml: string | undefined): FlowModel | null {
  const [model, setModel] = useState<FlowModel | null>(null);
  useEffect(() => {
    let gone = false;
    setModel(null);
    if (xml)
      void readBpmn(xml).then((read) => {
        if (!gone) setModel(read.ok ? read.value : null);
      });
    return () => {
      gone = true;
    };
  }, [xml]);
  return model;
}
