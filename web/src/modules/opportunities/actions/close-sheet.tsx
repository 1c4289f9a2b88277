import type { Why } from '@dealtrail/protocol/kernel';
import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useEffect, useState } from 'react';
import type { ProblemError } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { ChoiceChips, Field, FormFrame, FormSheet, useTypedValues } from '../../../kit/form/index.ts';
import { GateList } from '../../../kit/gate/index.ts';
import { InvalidFields, LostFields, WonFields } from '../parts/closing/close-fields.tsx';
import { useGateItems } from '../parts/gate-items.tsx';
import { useOpportunityWords } from '../parts/words.ts';
import { useClose } from '../queries.ts';
import { type ClosingTyped, closingBody, signingLacks } from '../rules/closing.ts';
import type { Do } from './doing.ts';

function Watch({ onTyped }: { readonly onTyped: (typed: ClosingTyped) => void }) {
  const values = useTypedValues();
  useEffect(() => onTyped(values), [values, onTyped]);
  return null;
}

function useSubmitWord(typed: ClosingTyped): string {
  const word = useOpportunityWords();
  if (typed.outcome === 'won' && signingLacks(typed).length > 0) return word('opportunities.close.act.awaiting');
  return word(`opportunities.close.act.${typed.outcome ?? 'won'}`);
}

/** The refusal in words: why each field is asked for, at its input; for 无效 the reason is a field of its own. */
function useCloseProblem(error: ProblemError | null, outcome: ClosingTyped['outcome']) {
  const say = useSay();
  const said = useProblemWords(error);
  if (!said) return undefined;
  const given = error?.problem.params?.['why'];
  const whys = (Array.isArray(given) ? (given as Why[]) : []).map(say);
  if (!said.fields?.length) return { ...said, hint: whys.join(' ') || said.hint };
  const fields = said.fields.map(({ path, message }, index) => ({
    path: path === 'reason' && outcome === 'invalid' ? 'invalidReason' : path,
    message: whys[index] ?? message,
  }));
  return { ...said, fields };
}

interface CloseFormProps {
  readonly opportunity: Opportunity;
  readonly outcome: ClosingTyped['outcome'];
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onClosed: () => void;
  readonly onDo: Do;
}

function CloseForm({ opportunity, outcome, onDirty, onCancel, onClosed, onDo }: CloseFormProps) {
  const word = useOpportunityWords();
  const act = useClose();
  const start: ClosingTyped = {
    outcome: outcome ?? 'won',
    amountMinor: opportunity.amountMinor,
    ...(opportunity.competitor ? { competitor: opportunity.competitor } : {}),
  };
  const [typed, setTyped] = useState(start);
  const problem = useCloseProblem(act.error, typed.outcome);
  const items = useGateItems(onDo);
  const unmet = act.error?.problem.code === 'stage_gate_unmet' ? act.error.problem.unmet : undefined;
  const close = async (values: ClosingTyped) => {
    const { id, version } = opportunity;
    await act.run({ params: { id }, body: { ...closingBody(values), version } });
    onClosed();
  };
  return (
    <FormFrame<ClosingTyped>
      label={word('opportunities.close')}
      initial={start}
      guard={false}
      onDirty={onDirty}
      problem={unmet ? { title: word('opportunities.close.unmet', { count: unmet.length }) } : problem}
      submitWord={useSubmitWord(typed)}
      onCancel={onCancel}
      onSubmit={close}
    >
      <Watch onTyped={setTyped} />
      {unmet && typed.outcome === 'won' && <GateList missing={items(opportunity, unmet)} />}
      <Field name="outcome" label={word('opportunities.close.outcome')}>
        <ChoiceChips
          choices={(['won', 'lost', 'invalid'] as const).map((each) => ({
            value: each,
            word: word(`opportunities.close.${each}`),
          }))}
        />
      </Field>
      {typed.outcome === 'won' && <WonFields typed={typed} currency={opportunity.currency} />}
      {typed.outcome === 'lost' && <LostFields />}
      {typed.outcome === 'invalid' && <InvalidFields opportunity={opportunity} typed={typed} />}
    </FormFrame>
  );
}

interface CloseSheetProps {
  readonly opportunity: Opportunity;
  readonly open: boolean;
  readonly outcome?: ClosingTyped['outcome'];
  readonly onClose: () => void;
  readonly onDo: Do;
}

/** Closes an opportunity: won with its signing (or awaiting it), lost with reason and competitor, or invalid. */
export function CloseSheet({ opportunity, open, outcome, onClose, onDo }: CloseSheetProps) {
  const word = useOpportunityWords();
  return (
    <FormSheet open={open} title={word('opportunities.close')} onClose={onClose}>
      {(markDirty, close) => (
        <CloseForm
          opportunity={opportunity}
          outcome={outcome}
          onDirty={markDirty}
          onCancel={close}
          onClosed={onClose}
          onDo={onDo}
        />
      )}
    </FormSheet>
  );
}
