import type { ReactNode } from 'react';
import { App, Button, Dropdown } from 'antd';
import { BellOutlined, DownOutlined, LogoutOutlined, SwapOutlined } from '@ant-design/icons';
import { useNavigate } from 'react-router';
import { explain, useSession } from '@chengban/web';

/** Who I am, for which units in which roles, and the way out. */
export function AccountMenu(): ReactNode {
  const { person, memberships, signOut } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const leave = (): void => void signOut().catch((error: unknown) => message.error(explain(error).title));
  const where = memberships.map((membership) => ({
    key: `${membership.unitId}/${membership.role}`,
    disabled: true,
    label: `${membership.unitName} · ${membership.roleName}`,
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { type: 'group', key: 'where', label: '我的身份', children: where },
          { type: 'divider' },
          {
            key: 'deputies',
            icon: <SwapOutlined />,
            label: '代理设置',
            onClick: () => void navigate('/settings/deputies'),
          },
          {
            key: 'notifications',
            icon: <BellOutlined />,
            label: '通知设置',
            onClick: () => void navigate('/settings/notifications'),
          },
          { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: leave },
        ],
      }}
    >
      <Button type="text" aria-label={`个人菜单：${person.name}`} aria-haspopup="menu">
        <span className="shell-person">
          {person.name}
          <small>{memberships[0]?.unitName}</small>
        </span>
        <DownOutlined aria-hidden style={{ fontSize: 11 }} />
      </Button>
    </Dropdown>
  );
}
