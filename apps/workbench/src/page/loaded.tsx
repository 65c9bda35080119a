import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { FailurePage, isProblem } from '@chengban/web';
import { LinkButton } from './link-button';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** keeps the height of what will come, so that nothing jumps */
  minHeight?: number;
  /** the list to choose from again, where this one thing cannot be found */
  back?: { to: string; word: string };
  children: (data: T) => ReactNode;
}

/** The three states of something asked for: on its way, refused, here. Old data stays while it is asked for again. */
export function Loaded<T>({ query, minHeight = 240, back, children }: Props<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (back && isProblem(query.error, 'not-found'))
    return (
      <FailurePage error={query.error}>
        <LinkButton to={back.to} type="primary">
          返回{back.word}
        </LinkButton>
      </FailurePage>
    );
  if (query.error) return <FailurePage error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div style={{ minHeight }} role="status" aria-label="正在加载">
      <Skeleton active title={false} paragraph={{ rows: 5 }} />
    </div>
  );
}
