import { Cadence, openReview } from '@dealtrail/protocol/reviews';
import { Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, DayInput, Field, FormFrame } from '../../../kit/form/index.ts';
import { showDepartment, useDepartmentOptions } from '../../organization/index.ts';
import { useReviewWords } from '../parts/words.ts';

interface Typed {
  cadence: Cadence;
  departmentId: string;
  on?: string | null;
}

/** Opens a review before the calendar does, or finds the one there is. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useReviewWords();
  const go = useGo();
  const departments = useDepartmentOptions();
  const act = useAct(openReview, { invalidates: ['reviews.*'] });
  const problem = useProblemWords(act.error);
  const choices = Cadence.options.map((value) => ({ value, word: word(`cadence.${value}`) }));
  return (
    <Dialog open title={word('reviews.open')} onClose={onClose}>
      <FormFrame<Typed>
        label={word('reviews.open')}
        initial={{ cadence: 'monthly' }}
        guard={false}
        problem={problem}
        submitWord={word('reviews.open.go')}
        onCancel={onClose}
        onSubmit={async ({ cadence, departmentId, on }) => {
          const { id } = await act.run({ body: { cadence, departmentId, ...(on ? { on } : {}) } });
          go(`/reviews/${id}`);
        }}
      >
        <p className="k-s13 k-t2">{word('reviews.open.hint')}</p>
        <Field name="cadence" label={word('reviews.open.cadence')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="departmentId" label={word('reviews.open.department')} required>
          <Select showSearch={{ optionFilterProp: 'label' }} options={departments} optionRender={showDepartment} />
        </Field>
        <Field name="on" label={word('reviews.open.on')} help={word('reviews.open.on.hint')}>
          <DayInput />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
