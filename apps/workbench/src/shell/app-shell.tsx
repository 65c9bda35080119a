import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { Button, Drawer } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { LiveUpdates, product, useSession } from '@chengban/web';
import { AccountMenu } from './account-menu';
import { NavigationMenu } from './navigation-menu';
import { NotificationBell } from './notification-bell';
import './shell.css';

/** What may read differently when somebody else has acted. A page on which somebody writes is not among it. */
const LIVE = ['notifications', 'tasks', 'obligation', 'instance', 'submissions'];

/** The frame of every page: skip link, header, menu at the side (in a drawer on narrow screens), main. */
export function AppShell(): ReactNode {
  const { tenant } = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useMainFocus(() => setMenuOpen(false));
  const moving = useNavigation().state !== 'idle';
  return (
    <div className="shell">
      <LiveUpdates about={LIVE} />
      <a className="skip-link" href="#main">
        跳到主要内容
      </a>
      <header className="shell-header">
        <Button
          className="shell-menu-button"
          type="text"
          icon={<MenuOutlined />}
          aria-label="打开菜单"
          onClick={() => setMenuOpen(true)}
        />
        <p className="shell-brand">
          <strong>{product.name}</strong>
          <span>{tenant.name}重点任务督办</span>
        </p>
        <NotificationBell />
        <AccountMenu />
      </header>
      <nav className="shell-side" aria-label="主菜单">
        <NavigationMenu />
      </nav>
      <Drawer
        title={`${product.name} · ${tenant.name}`}
        placement="left"
        size={264}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
      >
        <nav aria-label="菜单">
          <NavigationMenu />
        </nav>
      </Drawer>
      <main id="main" className="shell-main" tabIndex={-1} ref={main} aria-busy={moving}>
        <Outlet />
      </main>
    </div>
  );
}

/** After going to another page the focus starts at its top, as it does when a browser loads one. */
function useMainFocus(onMove: () => void): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    onMove();
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
