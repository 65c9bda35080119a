import type { ReactNode } from 'react';

export function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="inspector-group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
