import type { ReactNode } from 'react';
import { Loaded } from '../page/loaded';
import { Page } from '../page/page';
import { NotificationsForm } from './notifications-form';
import { useNotificationSettings } from './use-notification-settings';
import './settings.css';

/** 个人设置·通知: what I am told of, where, and when. */
export function NotificationsPage(): ReactNode {
  const settings = useNotificationSettings();
  return (
    <Page
      title="通知设置"
      tabTitle="个人设置·通知"
      lead="选择哪些消息在站内提醒、哪些发邮件，是立即提醒还是每个工作日汇总一次。退回和催办默认立即提醒。"
    >
      <Loaded query={settings} minHeight={480}>
        {(data) => <NotificationsForm key={data.revision} settings={data} onStale={() => void settings.refetch()} />}
      </Loaded>
    </Page>
  );
}
