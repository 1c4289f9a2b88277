import type { Answer, Operation, Passed } from '@dealtrail/protocol/kernel';
import { useCallback, useRef, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { FormSheet } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { followUpBody, type FollowUpTyped } from '../follow-up-draft.ts';
import { FollowUpForm } from '../parts/follow-up/follow-up-form.tsx';
import { useMentionable } from '../parts/mention-input.tsx';
import type { FollowUpTarget } from '../parts/follow-up/follow-up-target.ts';
import { useActivityWords } from '../parts/words.ts';
import { mentionedIn } from '../rules/mentions.ts';
import { useDraft } from './use-draft.ts';

interface FollowUpSheetProps<O extends Operation> {
  /** Which verb writes it: `recordFollowUp` of leads, `recordOpportunityFollowUp`. */
  readonly operation: O;
  readonly target: FollowUpTarget;
  readonly open: boolean;
  /** Opened by its key: method and outcome are chosen by keys first. */
  readonly keyed?: boolean | undefined;
  readonly onClose: () => void;
  readonly onDone?: ((answer: Answer<O>) => void) | undefined;
}

/** What a follow-up puts out of date, whatever it was written on. */
const concerned = ['clocks.*', 'leads.*', 'opportunities.*', 'activities.*', 'attachments.*', 'insights.*'] as const;

/** Whether anything was written that would be missed. */
function written(typed: FollowUpTyped): boolean {
  return [typed.content, typed.feedback, typed.nextStep].some((text) => Boolean(text?.trim()));
}

function DraftNotice({ onDrop }: { readonly onDrop: () => void }) {
  const word = useActivityWords();
  return (
    <div className="follow-up-head">
      <div className="k-grow">
        <Notice title={word('activities.followUp.draft')} />
      </div>
      <Button small onClick={onDrop}>
        {word('activities.followUp.dropDraft')}
      </Button>
    </div>
  );
}

interface BodyProps<O extends Operation> extends FollowUpSheetProps<O> {
  readonly onKept: (kept: boolean) => void;
}

function Body<O extends Operation>({ operation, target, keyed = false, onClose, onDone, onKept }: BodyProps<O>) {
  const colleagues = useMentionable();
  const act = useAct(operation, { invalidates: concerned });
  const { kept, keep, drop } = useDraft(target.recordId);
  const [fresh, setFresh] = useState(0);
  const sent = useRef(false);
  const start: FollowUpTyped = {
    reached: 'yes',
    miss: 'no_answer',
    method: 'phone',
    toState: target.states?.proposed ?? '',
  };
  const save = async (typed: FollowUpTyped, files: readonly string[]) => {
    // Every follow-up operation takes the record as `id` and this body.
    const mentionIds = mentionedIn([typed.content, typed.feedback], colleagues);
    const body = { ...followUpBody(typed, files), ...(mentionIds.length ? { mentionIds } : {}) };
    const input = { params: { id: target.recordId }, body } as unknown as Passed<O>;
    const answer = await act.run(input);
    sent.current = true;
    drop();
    onDone?.(answer);
    onClose();
  };
  const typed = useCallback(
    (values: FollowUpTyped) => {
      if (sent.current || !written(values)) return;
      keep(values);
      onKept(true);
    },
    [keep, onKept],
  );
  const startAfresh = () => {
    drop();
    onKept(false);
    setFresh(fresh + 1);
  };
  return (
    <>
      {kept && <DraftNotice onDrop={startAfresh} />}
      <FollowUpForm
        key={fresh}
        target={target}
        initial={kept ? { ...start, ...kept } : start}
        error={act.error}
        keyed={keyed}
        onSubmit={save}
        onTyped={typed}
      />
    </>
  );
}

/**
 * Records a follow-up on a lead or an opportunity: a sheet on a desk, the whole screen on a phone. What is typed is
 * kept on this machine until it is saved.
 */
export function FollowUpSheet<O extends Operation>(props: FollowUpSheetProps<O>) {
  const word = useActivityWords();
  const [kept, setKept] = useState(false);
  const { onClose } = props;
  const close = useCallback(() => {
    setKept(false);
    onClose();
  }, [onClose]);
  return (
    <FormSheet
      keeps
      open={props.open}
      title={word('activities.followUp.title')}
      note={kept ? word('activities.followUp.saved') : undefined}
      onClose={close}
    >
      {() => <Body {...props} onClose={close} onKept={setKept} />}
    </FormSheet>
  );
}
