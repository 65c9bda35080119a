import type { ReactNode } from 'react';
import { Button, Result } from 'antd';
import { useParams } from 'react-router';
import { useSession } from '@chengban/web';

/** The whole designer is for flow administrators. Everybody else learns whom to ask and where to go on. */
export function AdminOnly({ children }: { children: ReactNode }): ReactNode {
  const session = useSession();
  const { tenant = '' } = useParams();
  if (session.hasRole('flowAdmin')) return children;
  return (
    <main>
      <Result
        icon={null}
        title="流程设计只对流程管理员开放"
        subTitle={`${session.person.name}，你的账号没有“流程管理员”岗位。需要调整流程时，请联系本市的流程管理员；如果你就是，请让系统管理员给账号加上这个岗位。`}
        extra={[
          <Button key="work" type="primary" href={`/${tenant}/`}>
            去工作台办理
          </Button>,
          <Button key="out" onClick={() => void session.signOut()}>
            换一个账号登录
          </Button>,
        ]}
      />
    </main>
  );
}
