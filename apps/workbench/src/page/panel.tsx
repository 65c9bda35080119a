import { useId, type ReactNode } from 'react';

/** A white sheet with a heading. */
export function Panel({
  title,
  extra,
  children,
  className = '',
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  className?: string;
}): ReactNode {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="panel-head">
          <h2 id={id}>{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}

/** Facts in pairs: what it is called, what it is. */
export function Facts({ items }: { items: { label: string; value: ReactNode; wide?: boolean }[] }): ReactNode {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.label} className={item.wide ? 'facts-wide' : undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
