import type { ReactNode } from 'react';
import { Button } from 'antd';
import { explain } from '../api/api-problem';
import { PlainNotice } from './plain-notice';

interface FailurePageProps {
  error: unknown;
  onRetry?: () => void;
  /** the way on where trying again is of no use */
  children?: ReactNode;
}

/** A page that could not be shown, in words that say what to do. Used for the whole app and for one page alike. */
export function FailurePage({ error, onRetry, children }: FailurePageProps): ReactNode {
  const { title, detail } = explain(error);
  return (
    <PlainNotice title={title} detail={detail}>
      {children ?? <Button onClick={onRetry ?? (() => window.location.reload())}>重新加载</Button>}
    </PlainNotice>
  );
}
