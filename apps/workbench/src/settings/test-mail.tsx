import type { ReactNode } from 'react';
import { App, Button } from 'antd';
import { explainInOneLine, useAct } from '@chengban/web';

/** Goes to the address that was saved, not to one that is being typed. */
export function TestMail({ isReady }: { isReady: boolean }): ReactNode {
  const { message } = App.useApp();
  const test = useAct<null, { email: string }>(
    'test-mail',
    (api) => api.send('POST', '/notification-settings/test-mail', { body: {} }),
    {
      onSuccess: ({ email }) => void message.success(`测试邮件正在发往 ${email}，请查看邮箱`),
      onError: (error) => void message.error(explainInOneLine(error)),
    },
  );
  if (!isReady) return null;
  return (
    <Button onClick={() => test.press(null)} loading={test.isPending}>
      发一封测试邮件
    </Button>
  );
}
