import type { ReactNode } from 'react';
import { Button } from '../button/index.ts';
import { Icon, type IconName } from '../icon/index.ts';
import { useDocumentTitle } from '../page/index.ts';
import { useKit } from '../provider/index.ts';
import './states.css';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons; at most one primary. */
  readonly acts?: ReactNode;
  /** It is the whole page: its title is the h1. */
  readonly page?: boolean | undefined;
}

function PageTitle({ title }: { readonly title: string }) {
  useDocumentTitle(title);
  return <h1>{title}</h1>;
}

function State({ icon, title, children, acts, page }: StateProps) {
  return (
    <div className="k-state">
      <Icon name={icon} size={28} />
      {page ? <PageTitle title={title} /> : <h2>{title}</h2>}
      {children}
      {acts && <div className="k-state-acts">{acts}</div>}
    </div>
  );
}

/** Nothing here yet: what this place is for, and one act. */
export function Empty({
  icon = 'list',
  title,
  hint,
  act,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly hint?: string;
  readonly act?: ReactNode;
}) {
  return (
    <State icon={icon} title={title} acts={act}>
      {hint && <p>{hint}</p>}
    </State>
  );
}

interface FailureProps {
  /** What happened. */
  readonly title?: string;
  /** What to do. */
  readonly hint?: string | undefined;
  /** Reference under which the server logged it. */
  readonly id?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly page?: boolean | undefined;
}

/** Something failed: what happened, what to do, a retry, the reference. */
export function Failure({ title, hint, id, onRetry, page }: FailureProps) {
  const { words } = useKit();
  const retry = onRetry && (
    <Button icon="refresh" onClick={onRetry}>
      {words.retry}
    </Button>
  );
  return (
    <div role="alert">
      <State icon="alert" title={title ?? words.states.failure} acts={retry} page={page}>
        {hint && <p>{hint}</p>}
        {id && <p className="k-s12 k-t3">{words.states.problemId(id)}</p>}
      </State>
    </div>
  );
}

/** Visible, but not for this person. */
export function NoPermission({ act, page }: { readonly act?: ReactNode; readonly page?: boolean }) {
  const { words } = useKit();
  return (
    <State icon="lock" title={words.states.noPermission} acts={act} page={page}>
      <p>{words.states.noPermissionHint}</p>
    </State>
  );
}

/** Missing, deleted or out of sight: the same words for all three. */
export function NotFound({ act, page }: { readonly act?: ReactNode; readonly page?: boolean }) {
  const { words } = useKit();
  return (
    <State icon="search" title={words.states.notFound} acts={act} page={page}>
      <p>{words.states.notFoundHint}</p>
    </State>
  );
}

/** A line inside a form or a page: `late` a refusal, `soon` a warning, `plain` a word beside. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: 'late' | 'soon' | 'plain';
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`k-notice ${tone}`} role={tone === 'late' ? 'alert' : undefined}>
      <Icon name={tone === 'plain' ? 'info' : 'alert'} />
      <div className="k-grow">
        <p>{title}</p>
        {children && <p>{children}</p>}
      </div>
    </div>
  );
}

/** The signal is gone: what still works, and what waits. */
export function OfflineBar({ waiting }: { readonly waiting?: ReactNode }) {
  const { words } = useKit();
  return (
    <div className="k-offline" role="status">
      <Icon name="offline" />
      <b>{words.states.offline}</b>
      <span className="k-grow">{waiting ?? words.states.offlineHint}</span>
    </div>
  );
}
