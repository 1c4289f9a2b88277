import { type ReactNode, useId } from 'react';
import './card.css';

interface CardProps {
  readonly title: ReactNode;
  /** Quiet words or an act at the right of the title. */
  readonly note?: ReactNode;
  /** Without it the body keeps its own padding: for lists that run to the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled surface. */
export function Card({ title, note, flush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className="k-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="k-grow" />
        {note && <span className="k-s12 k-t3">{note}</span>}
      </header>
      {flush ? children : <div className="k-card-body">{children}</div>}
    </section>
  );
}

/** A card about one number: what it is, the number, what it is measured against. */
export function StatCard({
  title,
  note,
  figure,
  of,
  children,
}: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly figure: ReactNode;
  /** Small words beside the figure: / 600.0 万签约. */
  readonly of?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Card title={title} note={note}>
      <p className="k-stat">
        {figure}
        {of && <small>{of}</small>}
      </p>
      {children}
    </Card>
  );
}

/** The last line of a card, above it a rule: the finding in words. */
export function CardFoot({ children }: { readonly children: ReactNode }) {
  return <p className="k-card-foot">{children}</p>;
}
