import { useBlocker } from '@tanstack/react-router';
import { Button } from '../button/index.ts';
import { Dialog } from '../dialog/index.tsx';
import { useKit } from '../provider/index.ts';

/** Asks before a page with unsaved words is left, by link, by history or by closing the tab. */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const { words } = useKit();
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  const stay = () => blocker.reset?.();
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      title={words.form.leaveTitle}
      onClose={stay}
      foot={
        <>
          <Button kind="danger" onClick={() => blocker.proceed?.()}>
            {words.form.leave}
          </Button>
          <Button kind="primary" onClick={stay}>
            {words.form.stay}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
