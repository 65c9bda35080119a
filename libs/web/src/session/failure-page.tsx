import type { ReactNode } from 'react';
import { Button, Result } from 'antd';
import { explain, isProblem } from '../api/api-problem';

/** A page that could not be shown, in words that say what to do. Used for the whole app and for one page alike. */
export function FailurePage({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const { title, detail } = explain(error);
  const known = isProblem(error);
  return (
    <div role="alert">
      <Result
        status={known && error.status === 404 ? '404' : known && error.status === 403 ? '403' : 'warning'}
        icon={null}
        title={title}
        subTitle={detail}
        extra={<Button onClick={onRetry ?? (() => window.location.reload())}>重新加载</Button>}
      />
    </div>
  );
}
