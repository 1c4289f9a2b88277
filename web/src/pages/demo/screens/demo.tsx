import { useState } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { NoPermission, Skeleton } from '../../../kit/states/index.ts';
import { RemoveDemoDialog } from '../actions/remove-demo-dialog.tsx';
import type { zh } from '../messages/zh.ts';
import { DemoCast } from '../parts/demo-cast.tsx';
import { DemoProgress } from '../parts/demo-progress.tsx';
import { DemoStart } from '../parts/demo-start.tsx';
import { useDemo, useSeat } from '../use-demo.ts';

/** The demo of the organisation: asked for, made before one's eyes, looked through by many people, removed in one act. */
export function Demo() {
  const word = useWords<keyof typeof zh>();
  const may = useMay();
  const { data: demo, error, isError, refetch, moving } = useDemo();
  const seat = useSeat();
  const [removing, setRemoving] = useState(false);
  if (isError)
    return (
      <Page title={word('demo.title')}>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  const actions =
    demo?.phase !== 'standing' ? undefined : demo.inside ? (
      <Button busy={seat.busy} onClick={() => void seat.leave()}>
        {word('demo.home')}
      </Button>
    ) : (
      <Button onClick={() => setRemoving(true)}>{word('demo.remove')}</Button>
    );
  return (
    <Page title={word('demo.title')} note={demo?.name} actions={actions}>
      {!demo && <Skeleton />}
      {demo && moving && <DemoProgress demo={demo} />}
      {demo?.phase === 'standing' && <DemoCast />}
      {demo && (demo.phase === 'none' || demo.phase === 'failed') && may('organization.manage') && (
        <DemoStart failed={demo.phase === 'failed'} />
      )}
      {demo?.phase === 'none' && !may('organization.manage') && <NoPermission />}
      {demo?.inside && <p className="k-t2">{word('demo.remove.inside')}</p>}
      {demo && <RemoveDemoDialog demo={demo} open={removing} onClose={() => setRemoving(false)} />}
    </Page>
  );
}
