import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFlows, type FlowItem } from '../flows/use-flows.js';
import type { Draft } from '../draft/use-draft-saver.js';
import { useDraft, useVersionXml } from '../versions/use-versions.js';

/** What the page opens with; a new object makes a new drawing page. */
export interface Start {
  flow: FlowItem;
  xml: string;
  /** where the drawing comes from: the saved draft, the newest version, or an older version that was asked for */
  origin: 'draft' | 'newest' | 'version';
  version: number | null;
  draft: Draft | null;
}

interface Starting {
  start: Start | null;
  error: unknown;
  /** the list of flows has come, and this flow is not in it */
  unknown: boolean;
  /** asks the server again and opens what is there now, dropping what is on the page */
  restart: () => void;
}

/** The draft where there is one, otherwise the newest version; `?base=3` opens version 3 and touches the draft only at the first edit. */
export function useStart(key: string): Starting {
  const [search, setSearch] = useSearchParams();
  const base = Number(search.get('base')) || null;
  const queries = useQueryClient();
  const flows = useFlows();
  const draft = useDraft(key);
  const flow = flows.data?.find((item) => item.key === key);
  const wanted = base ?? flow?.latestVersion ?? null;
  const xml = useVersionXml(key, wanted);
  const [start, setStart] = useState<Start | null>(null);

  useEffect(() => {
    if (start || !flow || draft.data === undefined || draft.isFetching || flows.isFetching) return;
    const saved = draft.data;
    if (saved && !base) setStart({ flow, xml: saved.xml, origin: 'draft', version: flow.latestVersion, draft: saved });
    else if (xml.data)
      setStart({
        flow,
        xml: xml.data,
        origin: wanted === flow.latestVersion ? 'newest' : 'version',
        version: wanted,
        draft: saved,
      });
  }, [start, flow, draft.data, draft.isFetching, flows.isFetching, xml.data, base, wanted]);

  const restart = useCallback(() => {
    void Promise.all([
      queries.refetchQueries({ queryKey: ['draft', key] }),
      queries.refetchQueries({ queryKey: ['flows'] }),
    ]).then(() => {
      setSearch({}, { replace: true });
      setStart(null);
    });
  }, [queries, key, setSearch]);
  return { start, error: flows.error ?? draft.error ?? xml.error, unknown: flows.isSuccess && !flow, restart };
}
