import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { LeftOutlined } from '@ant-design/icons';
import { product } from '@chengban/web';

interface Props {
  title: string;
  /** for the browser's tab where the heading is too long */
  tabTitle?: string;
  back?: { to: string; word: string };
  /** beside the heading: number, seal */
  aside?: ReactNode;
  /** below the heading */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Every page: one heading, what can be done with the whole at its right, the content. */
export function Page({ title, tabTitle, back, aside, lead, actions, children }: Props): ReactNode {
  useEffect(() => {
    document.title = `${tabTitle ?? title} · ${product.name}`;
  }, [title, tabTitle]);
  return (
    <>
      {back && (
        <Link className="page-back" to={back.to}>
          <LeftOutlined aria-hidden /> {back.word}
        </Link>
      )}
      <div className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {aside}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {lead && <div className="page-lead">{lead}</div>}
      {children}
    </>
  );
}
