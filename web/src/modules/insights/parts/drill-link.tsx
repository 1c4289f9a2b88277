import type { ReactNode } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import './drill-link.css';

/** Where the records behind a number are listed. */
export type DrillList = 'leads' | 'opportunities';

/** How each list is opened so that nothing but the drill narrows it. */
const whole: Readonly<Record<DrillList, Readonly<Record<string, string>>>> = {
  leads: { view: 'all' },
  opportunities: { show: 'list', view: 'all' },
};

interface DrillLinkProps {
  readonly list: DrillList;
  /** The filter the server gave with the number. */
  readonly drill: string;
  /** What opens, for a screen reader, where the number alone does not say it. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A number that opens exactly the records it counts. */
export function DrillLink({ list, drill, label, children }: DrillLinkProps) {
  return (
    <Link className="drill" to={`/${list}`} search={{ ...whole[list], filter: drill }} title={label}>
      {children}
      {label && <span className="k-hidden-words">{label}</span>}
    </Link>
  );
}
