import { type InboundHook, listHooks, type OpenedHook, renewHook } from '@dealtrail/protocol/forms';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { CopyLine } from '../../../kit/copy/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { useFormWords } from '../parts/words.ts';

/** The secrets of a door, shown this once. */
export function OpenedDialog({ opened, onClose }: { readonly opened: OpenedHook; readonly onClose: () => void }) {
  const word = useFormWords();
  const copy = { copyWord: word('forms.place.copy'), copiedWord: word('forms.place.copied') };
  return (
    <Dialog
      open
      title={word('inbound.opened')}
      width={560}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {word('inbound.opened.done')}
        </Button>
      }
    >
      <div className="k-stack">
        <p className="k-t2">{word('inbound.opened.hint')}</p>
        <b className="k-s13">{word('inbound.opened.address')}</b>
        <CopyLine
          label={word('inbound.opened.address')}
          value={`${globalThis.location.origin}${opened.path}`}
          {...copy}
        />
        {opened.signSecret && (
          <>
            <b className="k-s13">{word('inbound.opened.secret')}</b>
            <CopyLine label={word('inbound.opened.secret')} value={opened.signSecret} {...copy} />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface RenewDialogProps {
  readonly hook: InboundHook;
  readonly onOpened: (opened: OpenedHook) => void;
  readonly onClose: () => void;
}

/** Asks before an address ends that another system may still post to. */
export function RenewDialog({ hook, onOpened, onClose }: RenewDialogProps) {
  const word = useFormWords();
  const act = useAct(renewHook, { invalidates: [listHooks], onDone: onOpened });
  return (
    <Dialog
      open
      title={`${word('inbound.renew')} · ${hook.name}`}
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          busy={act.busy}
          onClick={() => act.press({ params: { id: hook.id }, body: { signed: hook.signed } })}
        >
          {word('inbound.renew')}
        </Button>
      }
    >
      <p>{word('inbound.renew.hint')}</p>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}
