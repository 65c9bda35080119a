import { useState, type ReactNode } from 'react';
import { Alert, App, Button, Form, Input, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { explain, isProblem, useAct, type NotificationSettings } from '@chengban/web';
import { Panel } from '../page/panel';
import { ChoiceList } from './choice-list';
import { bodyOf, valuesOf, type SettingsValues } from './settings-values';
import { TestMail } from './test-mail';
import { SETTINGS_KEY } from './use-notification-settings';

interface Props {
  settings: NotificationSettings;
  /** another window has saved meanwhile */
  onStale: () => void;
}

export function NotificationsForm({ settings, onStale }: Props): ReactNode {
  const [form] = Form.useForm<SettingsValues>();
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useAct<SettingsValues, NotificationSettings>(
    'save-notification-settings',
    (api, values, idempotencyKey) =>
      api.send('PUT', '/notification-settings', { body: bodyOf(values), ifMatch: settings.revision, idempotencyKey }),
    {
      onSuccess: (saved) => {
        setFailure(null);
        queries.setQueryData(SETTINGS_KEY, saved);
        void message.success('通知设置已保存');
      },
      onError: (error) => {
        setFailure(explain(error));
        if (isProblem(error, 'stale')) onStale();
        else if (isProblem(error))
          form.setFields(
            error.errors
              .filter(({ field }) => field === 'email' || field === 'digestAt')
              .map(({ field, message: text }) => ({ name: field as keyof SettingsValues, errors: [text] })),
          );
      },
    },
  );
  const quiet = Form.useWatch('isQuiet', form) ?? settings.quiet !== null;
  return (
    <Form<SettingsValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(settings)}
      onFinish={save.press}
      aria-label="通知设置"
    >
      <div aria-live="assertive">
        {failure && <Alert type="error" showIcon title={failure.title} description={failure.detail || undefined} />}
      </div>
      <Panel title="邮件">
        {!settings.mailAvailable && (
          <Alert
            className="settings-notice"
            type="info"
            showIcon
            title="本系统没有配置邮件服务器，暂时不能发邮件"
            description="可以先填好；系统维护人员配置后就会按这里的选择发送。"
          />
        )}
        <Form.Item
          name="email"
          label="邮件地址"
          extra="不填就不发邮件。只有您自己能看到。"
          rules={[{ type: 'email', message: '请填写一个邮件地址，例如 zhangsan@example.gov.cn' }]}
        >
          <Input className="settings-mail" type="email" autoComplete="email" maxLength={254} />
        </Form.Item>
        <TestMail isReady={settings.mailAvailable && settings.email !== null} />
      </Panel>
      <Panel title="什么时候">
        <Form.Item
          name="digestAt"
          label="每日汇总的时间"
          extra="选了“每日汇总”的消息，在每个工作日的这个时间合在一起提醒。"
          rules={[{ required: true, message: '请填写时间，例如 08:30' }]}
        >
          <Input className="settings-time" type="time" />
        </Form.Item>
        <Form.Item
          name="isQuiet"
          label="邮件勿扰"
          valuePropName="checked"
          extra="这段时间不发邮件，过后再发；站内消息不受影响。"
        >
          <Switch />
        </Form.Item>
        {quiet && (
          <div className="settings-quiet">
            <Form.Item name="quietFrom" label="从" rules={[{ required: true, message: '请填写开始时间' }]}>
              <Input className="settings-time" type="time" />
            </Form.Item>
            <Form.Item name="quietTo" label="到" rules={[{ required: true, message: '请填写结束时间' }]}>
              <Input className="settings-time" type="time" />
            </Form.Item>
            <Form.Item name="urgentInQuiet" label="退回和催办仍然立即发" valuePropName="checked">
              <Switch />
            </Form.Item>
          </div>
        )}
      </Panel>
      <Panel title="提醒什么">
        <ChoiceList categories={settings.categories} />
      </Panel>
      <div className="settings-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </div>
    </Form>
  );
}
