import { ShareLevel, shareRecord } from '@dealtrail/protocol/records';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, DayInput, Field, FormFrame } from '../../../kit/form/index.ts';
import { dayOf } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { ShareLines } from '../parts/share-lines.tsx';
import { useRecordWords } from '../parts/words.ts';

interface Terms {
  readonly memberId: string;
  readonly level: ShareLevel;
  readonly endsOn?: string | null;
  readonly note?: string;
}

interface ShareDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Shares a record with a colleague, and shows with whom it is shared already. */
export function ShareDialog({ id, title, onClose }: ShareDialogProps) {
  const word = useRecordWords();
  const { now, zone } = useKit();
  const act = useAct(shareRecord, { invalidates: ['records.*', 'activities.*'] });
  const problem = useProblemWords(act.error);
  const share = async ({ memberId, level, endsOn, note }: Terms) => {
    await act.run({
      params: { id },
      body: { memberId, level, ...(endsOn ? { endsOn } : {}), ...(note ? { note: note.trim() } : {}) },
    });
    onClose();
  };
  return (
    <Dialog open title={word('records.share.title', { title })} onClose={onClose}>
      <div className="k-stack">
        <p className="k-t2">{word('records.share.note')}</p>
        <FormFrame<Terms>
          label={word('records.share')}
          initial={{ level: 'read' }}
          guard={false}
          problem={problem}
          submitWord={word('records.share')}
          onCancel={onClose}
          onSubmit={share}
        >
          <Field name="memberId" label={word('records.share.to')} required>
            <ColleagueSelect placeholder={word('records.share.to.example')} />
          </Field>
          <Field name="level" label={word('records.share.level')} required>
            <ChoiceChips
              choices={ShareLevel.options.map((level) => ({ value: level, word: word(`shareLevel.${level}`) }))}
            />
          </Field>
          <Field name="endsOn" label={word('records.share.until')} help={word('records.share.until.hint')}>
            <DayInput from={dayOf(now(), zone)} />
          </Field>
          <Field name="note" label={word('records.share.why')} help={word('records.share.why.hint')}>
            <Input maxLength={200} autoComplete="off" />
          </Field>
        </FormFrame>
        <ShareLines id={id} />
      </div>
    </Dialog>
  );
}
