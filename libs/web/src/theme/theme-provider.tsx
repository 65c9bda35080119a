import type { ReactNode } from 'react';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import 'antd/dist/reset.css';
import './house.css';
import { theme } from './theme';

dayjs.locale('zh-cn');

/** Everything visual that both apps share. Put it once, at the very top. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} virtual>
      <App>{children}</App>
    </ConfigProvider>
  );
}
