import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { SigningFields } from '../parts/closing/close-fields.tsx';
import { useOpportunityWords } from '../parts/words.ts';
import { useSigning } from '../queries.ts';

interface Signing {
  signedOn: string;
  contractNo: string;
  amountMinor: number;
}

interface SigningSheetProps {
  readonly opportunity: Opportunity;
  readonly open: boolean;
  readonly onClose: () => void;
}

function SigningForm({
  opportunity,
  onDirty,
  onCancel,
  onSaved,
}: {
  readonly opportunity: Opportunity;
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}) {
  const word = useOpportunityWords();
  const act = useSigning();
  const problem = useProblemWords(act.error);
  const { id, amountMinor, currency } = opportunity;
  const save = async (typed: Signing) => {
    await act.run({ params: { id }, body: typed });
    onSaved();
  };
  return (
    <FormFrame<Signing>
      label={word('opportunities.signing')}
      initial={amountMinor === null ? {} : { amountMinor }}
      guard={false}
      onDirty={onDirty}
      problem={problem}
      submitWord={word('opportunities.signing.act')}
      onCancel={onCancel}
      onSubmit={save}
    >
      <SigningFields currency={currency} required />
      <Notice title={word('opportunities.signing.hint')} />
    </FormFrame>
  );
}

/** Gives a deal that was won by word its signing. */
export function SigningSheet({ opportunity, open, onClose }: SigningSheetProps) {
  const word = useOpportunityWords();
  return (
    <FormSheet open={open} title={word('opportunities.signing')} onClose={onClose}>
      {(markDirty, close) => (
        <SigningForm opportunity={opportunity} onDirty={markDirty} onCancel={close} onSaved={onClose} />
      )}
    </FormSheet>
  );
}
