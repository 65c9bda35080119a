import type { ReactNode } from 'react';
import { Link, useRouteError } from 'react-router';
import { Button } from 'antd';
import { PlainNotice } from '@chengban/web';

/** An address that leads nowhere, or a chunk that did not arrive (a new release, a lost line): that is cured by loading again. */
export function RouteFailure(): ReactNode {
  const error = useRouteError();
  if (!error) {
    return (
      <PlainNotice title="没有这个页面" detail="地址可能写错了，或者内容已经移走。">
        <Link to="/">返回工作总览</Link>
      </PlainNotice>
    );
  }
  return (
    <PlainNotice title="页面没有打开" detail="可能是网络中断或系统刚刚升级，请重新加载。">
      <Button onClick={() => window.location.reload()}>重新加载</Button>
    </PlainNotice>
  );
}
