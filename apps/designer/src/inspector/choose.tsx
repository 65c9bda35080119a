import type { ReactNode } from 'react';
import { Select, type SelectProps } from 'antd';
import { DownOutlined } from '@ant-design/icons';

/** antd's Select, whose arrow is otherwise read out as «down». */
export function Choose<Value extends string | number>(props: SelectProps<Value>): ReactNode {
  return <Select<Value> suffixIcon={<DownOutlined aria-label="展开选项" />} {...props} />;
}
