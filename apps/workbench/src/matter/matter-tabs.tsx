import type { TabsProps } from 'antd';
import { ThreadTab } from '../comments/thread-tab';
import { CopiesTab } from '../copies/copies-tab';
import { useThread } from '../queries/comments';
import { useSentCopies } from '../queries/copies';

type Items = NonNullable<TabsProps['items']>;

/** The tabs beside the flow, the same on the page of a task and of an obligation; none before the matter has begun. */
export function useMatterTabs(instanceId: string | null | undefined): Items {
  const said = useThread(instanceId).data?.items.filter((comment) => comment.text !== null).length ?? 0;
  const sent = useSentCopies(instanceId).data?.items.length ?? 0;
  if (!instanceId) return [];
  return [
    { key: 'talk', label: counted('沟通', said), children: <ThreadTab instanceId={instanceId} /> },
    { key: 'copies', label: counted('传阅情况', sent), children: <CopiesTab instanceId={instanceId} /> },
  ];
}

const counted = (word: string, count: number): string => (count > 0 ? `${word}（${count}）` : word);
