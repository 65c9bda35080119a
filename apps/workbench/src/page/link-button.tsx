import type { MouseEvent, ReactNode } from 'react';
import { Button, type ButtonProps } from 'antd';
import { useHref, useNavigate } from 'react-router';

/** A link that looks like a button: one element, one tab stop, opens in a new tab like any link. */
export function LinkButton({
  to,
  children,
  ...rest
}: Omit<ButtonProps, 'href' | 'onClick'> & { to: string }): ReactNode {
  const href = useHref(to);
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(to);
  };
  return (
    <Button {...rest} href={href} onClick={follow}>
      {children}
    </Button>
  );
}
