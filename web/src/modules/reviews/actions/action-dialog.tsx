import { saveReviewAction } from '@dealtrail/protocol/reviews';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { DayInput, Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { dayOf } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { useReviewWords } from '../parts/words.ts';
import type { ActionDraft } from './holding.ts';

interface Typed {
  text: string;
  ownerId: string;
  dueOn: string;
}

interface ActionDialogProps {
  readonly reviewId: string;
  readonly draft: ActionDraft;
  readonly onClose: () => void;
}

/** Agrees on what is to be done, by whom and by when. */
export function ActionDialog({ reviewId, draft, onClose }: ActionDialogProps) {
  const word = useReviewWords();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const act = useAct(saveReviewAction, { invalidates: ['reviews.*'] });
  const problem = useProblemWords(act.error);
  const { recordIds = [], point, carriesId, actionId, text, ownerId, dueOn } = draft;
  const count = recordIds.length;
  const title = count > 1 ? word('reviews.action.many', { count }) : word('reviews.action.title');
  const about = {
    recordIds: [...recordIds],
    ...(point ? { point } : {}),
    ...(carriesId ? { carriesId } : {}),
    ...(actionId ? { actionId } : {}),
  };
  const initial = {
    ...(text === undefined ? {} : { text }),
    ...(ownerId ? { ownerId } : {}),
    ...(dueOn !== undefined && dueOn >= today ? { dueOn } : {}),
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<Typed>
        label={title}
        initial={initial}
        guard={false}
        problem={problem}
        submitWord={word('reviews.save')}
        onCancel={onClose}
        onSubmit={async (typed) => {
          await act.run({ params: { id: reviewId }, body: { ...about, ...typed } });
          onClose();
        }}
      >
        <Field name="text" label={word('reviews.action.text')} required>
          <Input autoFocus maxLength={500} />
        </Field>
        <FieldRow>
          <Field name="ownerId" label={word('reviews.action.owner')} required>
            <ColleagueSelect />
          </Field>
          <Field name="dueOn" label={word('reviews.action.dueOn')} required>
            <DayInput from={today} />
          </Field>
        </FieldRow>
      </FormFrame>
    </Dialog>
  );
}
