import { useEffect, type ReactNode } from 'react';
import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { Mark, product, useSession } from '@chengban/web';
import { useOpenDeliveries } from '../deliveries/use-deliveries.js';
import { useIncidents } from '../incidents/use-incidents.js';

/** The quiet pages (list, history): a thin head, a column of content. The drawing page has a frame of its own. */
export function AppFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const session = useSession();
  const { tenant = '' } = useParams();
  const waiting = (useIncidents().data?.length ?? 0) + useOpenDeliveries();
  usePageTitle(title);
  return (
    <div className="frame">
      <header className="frame-header">
        <span className="frame-brand">
          {product.name}
          <small>流程设计 · {session.tenant.name}</small>
        </span>
        <span className="frame-spacer" />
        <Link to={`/${tenant}/deputies`} className="frame-link">
          人员代理
        </Link>
        <Link to={`/${tenant}/handover`} className="frame-link">
          离职交接
        </Link>
        <Link to={`/${tenant}/webhooks`} className="frame-link">
          消息推送
        </Link>
        <Link to={`/${tenant}/incidents`} className="frame-link">
          异常处理
          {waiting > 0 && (
            <Mark tone="amber">
              {waiting}
              <span className="visually-hidden"> 处待处理</span>
            </Mark>
          )}
        </Link>
        <Button type="text" href={`/${tenant}/`}>
          回到工作台
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{ items: [{ key: 'out', label: '退出登录', onClick: () => void session.signOut() }] }}
        >
          <Button type="text" icon={<DownOutlined aria-hidden />} iconPlacement="end">
            {session.person.name}
          </Button>
        </Dropdown>
      </header>
      <main className="frame-main">{children}</main>
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${product.name}`;
  }, [title]);
}
