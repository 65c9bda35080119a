import type { ReactNode } from 'react';
import { App, ConfigProvider } from 'antd';
import { LoadingOutlined } from '@ant-design/icons';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import 'antd/dist/reset.css';
import './house.css';
import { theme } from './theme';

dayjs.locale('zh-cn');

/** The name of a button stays what it is while it works: antd's own icon calls itself «loading». */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> };

/** Who asked their system for less motion gets none. */
const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  ? { ...theme, token: { ...theme.token, motion: false } }
  : theme;

/** Everything visual that both apps share. Put it once, at the very top. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={calm} button={button} virtual>
      <App>{children}</App>
    </ConfigProvider>
  );
}
