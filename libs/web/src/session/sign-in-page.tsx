import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context';
import { explain } from '../api/api-problem';
import type { Named, Session } from '../api/types';
import { product } from '../dictionary/words';
import './sign-in-page.css';

interface Props {
  subtitle?: string;
  expired?: boolean;
  onSignedIn: (session: Session) => void;
}

/** Both apps' sign-in page. It never changes the address, so a person lands where the link pointed. */
export function SignInPage({ subtitle = '重点任务督办平台', expired, onSignedIn }: Props): ReactNode {
  const api = useApi();
  const city = useCityName();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const account = useRef<InputRef>(null);
  useEffect(() => {
    document.title = `登录 · ${product.name}`;
    account.current?.focus();
  }, []);

  const signIn = async (credentials: { account: string; password: string }): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      onSignedIn(
        await api.send<Session>('POST', '/session', {
          body: { account: credentials.account.trim(), password: credentials.password },
        }),
      );
    } catch (error) {
      setFailure(explain(error));
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <p className="sign-in-city">{city ?? '\u00a0'}</p>
        <h1 id="sign-in-title">{product.name}</h1>
        <p className="sign-in-subtitle">{subtitle}</p>
        <div aria-live="polite">
          {expired && !failure && (
            <Alert
              type="info"
              showIcon
              title="登录已过期，请重新登录"
              description="刚才填写的内容还在，登录后可以继续。"
            />
          )}
          {failure && <Alert type="error" showIcon title={failure.title} description={failure.detail || undefined} />}
        </div>
        <Form layout="vertical" requiredMark={false} onFinish={signIn} disabled={busy} validateTrigger="onSubmit">
          <Form.Item label="账号" name="account" rules={[{ required: true, whitespace: true, message: '请输入账号' }]}>
            <Input
              ref={account}
              prefix={<UserOutlined aria-hidden />}
              autoComplete="username"
              maxLength={100}
              size="large"
            />
          </Form.Item>
          <Form.Item label="密码" name="password" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password
              prefix={<LockOutlined aria-hidden />}
              autoComplete="current-password"
              maxLength={200}
              size="large"
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            登录
          </Button>
        </Form>
        <p className="sign-in-help">忘记密码，请联系本单位的系统管理员。</p>
      </section>
    </main>
  );
}

function useCityName(): string | undefined {
  const api = useApi();
  const cities = useQuery({
    queryKey: ['public-tenants'],
    staleTime: Infinity,
    queryFn: async (): Promise<Named[]> => {
      const response = await fetch('/api/v1/public/tenants');
      const body: unknown = response.ok ? await response.json() : [];
      return Array.isArray(body) ? body : ((body as { items?: Named[] }).items ?? []);
    },
  });
  return cities.data?.find((city) => city.id === api.tenant)?.name;
}
