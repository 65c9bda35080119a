import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Badge, Button, Popover } from 'antd';
import { BellOutlined } from '@ant-design/icons';
import { formatInstant, useAbility, useSession, type Notification } from '@chengban/web';
import { useNotifications, useReadNotifications } from '../queries/notifications';
import { whereTo } from './where-to';

/** What happened since I last looked. Hidden entirely where the API offers no notifications. */
export function NotificationBell(): ReactNode {
  const [open, setOpen] = useState(false);
  const notifications = useNotifications(open);
  const markRead = useReadNotifications();
  const ability = useAbility();
  const { tenant } = useSession();
  if (!notifications.data) return <span className="shell-bell" />;
  const { items, unread } = notifications.data;
  const shown = items.filter((one) => !one.readAt);
  const hidden = unread - shown.length;
  const change = (next: boolean): void => {
    setOpen(next);
    if (next) void notifications.refetch();
    // what was not shown has not been read
    if (!next && shown.length) markRead(shown.map((one) => one.id));
  };
  const list = (
    <div className="bell-list" role="dialog" aria-label="消息">
      {items.length === 0 && <p>还没有消息。</p>}
      <ul>
        {items.map((one) => (
          <li key={one.id} className={one.readAt ? undefined : 'bell-unread'}>
            {isTrouble(one) && ability.can('resolve', 'Instance') ? (
              <a href={`/designer/${tenant.id}/incidents`}>{one.title}</a>
            ) : (
              <Title one={one} onLeave={() => change(false)} />
            )}
            {one.text && <p>{one.text}</p>}
            <time dateTime={one.createdAt}>{formatInstant(one.createdAt)}</time>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>另有 {hidden} 条未读没有列出；要办的都在“我的待办”里。</p>}
    </div>
  );
  return (
    <span className="shell-bell">
      <Popover content={list} trigger="click" placement="bottomRight" open={open} onOpenChange={change}>
        <Badge count={unread} size="small" offset={[-6, 8]}>
          <Button
            type="text"
            icon={<BellOutlined aria-hidden />}
            aria-label={unread ? `消息，${unread} 条未读` : '消息'}
            aria-expanded={open}
          />
        </Badge>
      </Popover>
    </span>
  );
}

const isTrouble = ({ kind, category, count }: Notification): boolean =>
  kind === 'instance.incident' || (category === 'trouble' && count > 1);

function Title({ one, onLeave }: { one: Notification; onLeave: () => void }): ReactNode {
  const to = whereTo(one);
  if (to === null) return <strong>{one.title}</strong>;
  return (
    <Link to={to} onClick={onLeave}>
      {one.title}
    </Link>
  );
}
