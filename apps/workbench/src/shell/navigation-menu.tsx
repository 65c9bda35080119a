import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import {
  CarryOutOutlined,
  CopyOutlined,
  DashboardOutlined,
  DeploymentUnitOutlined,
  FileDoneOutlined,
  ImportOutlined,
  ProfileOutlined,
  SendOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Can, useSession } from '@chengban/web';
import { useWaitingCopies } from '../queries/copies';
import { useOpenTasks } from '../queries/tasks';

interface Entry {
  to: string;
  word: string;
  icon: ReactNode;
  end?: boolean;
  count?: number;
}

export function NavigationMenu(): ReactNode {
  const { tenant } = useSession();
  const waiting = useOpenTasks().data?.length;
  const unread = useWaitingCopies().data;
  const groups: { title: string; entries: Entry[] }[] = [
    {
      title: '督办',
      entries: [
        { to: '/', word: '工作总览', icon: <DashboardOutlined />, end: true },
        { to: '/obligations', word: '任务清单', icon: <UnorderedListOutlined /> },
        { to: '/measures', word: '主要措施', icon: <ProfileOutlined /> },
      ],
    },
    {
      title: '我的工作',
      entries: [
        { to: '/tasks', word: '我的待办', icon: <CarryOutOutlined />, count: waiting },
        { to: '/done', word: '我的已办', icon: <FileDoneOutlined /> },
        { to: '/submissions', word: '我报送的', icon: <SendOutlined /> },
        { to: '/copies', word: '抄送我的', icon: <CopyOutlined />, count: unread },
      ],
    },
  ];
  return (
    <>
      {groups.map((group) => (
        <MenuGroup key={group.title} {...group} />
      ))}
      <Can I="create" a="PlanDraft">
        <MenuGroup title="管理" entries={[{ to: '/plan-drafts', word: '导入实施方案', icon: <ImportOutlined /> }]} />
      </Can>
      <Can I="publish" a="Definition">
        <section className="menu-group">
          <h2>流程管理</h2>
          <ul>
            <li>
              <a href={`/designer/${tenant.id}/`}>
                <span aria-hidden>
                  <DeploymentUnitOutlined />
                </span>
                流程设计
              </a>
            </li>
          </ul>
        </section>
      </Can>
    </>
  );
}

function MenuGroup({ title, entries }: { title: string; entries: Entry[] }): ReactNode {
  return (
    <section className="menu-group">
      <h2>{title}</h2>
      <ul>
        {entries.map(({ to, word, icon, end, count }) => (
          <li key={to}>
            <NavLink to={to} end={end}>
              <span aria-hidden>{icon}</span>
              {word}
              {!!count && (
                <em>
                  {count > 99 ? '99+' : count}
                  <span className="visually-hidden"> 项</span>
                </em>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
