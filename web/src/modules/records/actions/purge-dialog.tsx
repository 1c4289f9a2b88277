import { type DeletedRecord, purgeRecords } from '@dealtrail/protocol/records';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useRecordWords } from '../parts/words.ts';

interface Why {
  readonly reason: string;
}

/** Removes a record of the bin for good, with the reason that is kept. */
export function PurgeDialog({ record, onClose }: { readonly record: DeletedRecord; readonly onClose: () => void }) {
  const word = useRecordWords();
  const act = useAct(purgeRecords, { invalidates: ['records.*'] });
  const problem = useProblemWords(act.error);
  const purge = async ({ reason }: Why) => {
    await act.run({ body: { ids: [record.id], reason: reason.trim() } });
    onClose();
  };
  const { title } = record;
  return (
    <Dialog open title={word('records.bin.purgeOf', { title })} onClose={onClose}>
      <div className="k-stack">
        <p>{word('records.bin.purge.note', { title })}</p>
        <FormFrame<Why>
          label={word('records.bin.purge')}
          initial={{}}
          guard={false}
          problem={problem}
          submitWord={word('records.bin.purge')}
          onCancel={onClose}
          onSubmit={purge}
        >
          <Field name="reason" label={word('records.bin.purge.reason')} required>
            <Input maxLength={200} autoComplete="off" />
          </Field>
        </FormFrame>
      </div>
    </Dialog>
  );
}
