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

/** Everything visual that both apps share. Put it once, at the very top. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={button} virtual>
      <App>{children}</App>
    </ConfigProvider>
  );
}
