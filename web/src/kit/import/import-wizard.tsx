import type { ReactNode } from 'react';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import './import.css';

/** Where an import stands: file, mapping, dry run, progress, result. */
export type ImportStep = 0 | 1 | 2 | 3 | 4;

interface ImportWizardProps {
  readonly step: ImportStep;
  /** Buttons of the step; at most one primary. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of an import: five steps above, the step's content, its buttons below. */
export function ImportWizard({ step, foot, children }: ImportWizardProps) {
  const { words } = useKit();
  return (
    <div className="k-wizard">
      <ol className="k-steps">
        {words.importing.steps.map((word, index) => (
          <li
            key={word}
            className={index < step ? 'done' : index === step ? 'here' : ''}
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="n" aria-hidden="true">
              {index < step ? <Icon name="check" size={12} /> : index + 1}
            </span>
            <span>{word}</span>
          </li>
        ))}
      </ol>
      <div className="k-wizard-body">{children}</div>
      {foot && <div className="k-wizard-foot">{foot}</div>}
    </div>
  );
}

/** Counts of an import, one figure each; they add up to the rows. */
export function ImportCounts({
  counts,
}: {
  readonly counts: readonly { readonly label: string; readonly value: string; readonly late?: boolean }[];
}) {
  return (
    <dl className="k-counts">
      {counts.map((count) => (
        <div key={count.label} className={count.late ? 'late' : ''}>
          <dt>{count.label}</dt>
          <dd>{count.value}</dd>
        </div>
      ))}
    </dl>
  );
}
