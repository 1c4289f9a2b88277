import type { ReactNode } from 'react';
import { useDocumentTitle } from '../page/index.ts';
import { InTitleSlot } from '../page/title-slot.tsx';
import '../page/page.css';
import './record.css';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
}

interface RecordPageProps {
  /** Name of the record: the h1. */
  readonly title: string;
  /** Above the name: where it belongs, its number; use `Facts`. */
  readonly trail?: ReactNode;
  /** State, owner and clock chips beside the name. */
  readonly marks?: ReactNode;
  /** The few numbers that matter most. */
  readonly figures?: readonly Figure[];
  /** One primary act (the next right step), then the others, then a menu. */
  readonly actions?: ReactNode;
  /** Across both columns, under the header: a stage rail with its gate. */
  readonly top?: ReactNode;
  readonly main: ReactNode;
  readonly side?: ReactNode;
}

/** The page of one record: header, main column, side column. */
export function RecordPage({ title, trail, marks, figures = [], actions, top, main, side }: RecordPageProps) {
  useDocumentTitle(title);
  return (
    <div className="k-record">
      <header>
        <div className="k-grow">
          {trail && <div className="k-s12 k-t3">{trail}</div>}
          <div className="k-record-name">
            <InTitleSlot>
              <h1>{title}</h1>
            </InTitleSlot>
            {marks}
          </div>
        </div>
        {figures.length > 0 && (
          <dl className="k-figures">
            {figures.map((figure) => (
              <div key={figure.label}>
                <dt>{figure.label}</dt>
                <dd>{figure.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {actions && <div className="k-page-acts">{actions}</div>}
      </header>
      <div className="k-stack">
        {top}
        {side ? (
          <div className="k-columns">
            <div className="k-stack">{main}</div>
            <aside className="k-stack">{side}</aside>
          </div>
        ) : (
          main
        )}
      </div>
    </div>
  );
}

interface FieldListProps {
  readonly fields: readonly (readonly [label: string, value: ReactNode] | null)[];
}

/** Names and values of a record, one line each; `null` leaves a line out. */
export function FieldList({ fields }: FieldListProps) {
  return (
    <dl className="k-fields">
      {fields.map((field) =>
        field === null ? null : (
          <FieldLine key={field[0]} label={field[0]}>
            {field[1]}
          </FieldLine>
        ),
      )}
    </dl>
  );
}

function FieldLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children ?? <span className="k-t3 none">—</span>}</dd>
    </>
  );
}
