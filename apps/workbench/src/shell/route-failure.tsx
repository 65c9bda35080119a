import type { ReactNode } from 'react';
import { Link, useRouteError } from 'react-router';
import { Button, Result } from 'antd';

/** An address that leads nowhere, or a chunk that did not arrive (a new release, a lost line): both are cured by loading again. */
export function RouteFailure(): ReactNode {
  const error = useRouteError();
  const title = error ? '页面没有打开' : '没有这个页面';
  const detail = error ? '可能是网络中断或系统刚刚升级，请重新加载。' : '地址可能写错了，或者内容已经移走。';
  return (
    <div role="alert">
      <Result
        icon={null}
        status="404"
        title={title}
        subTitle={detail}
        extra={
          error ? <Button onClick={() => window.location.reload()}>重新加载</Button> : <Link to="/">返回工作总览</Link>
        }
      />
    </div>
  );
}
