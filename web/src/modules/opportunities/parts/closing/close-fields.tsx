import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Input } from 'antd';
import { ChoiceChips, DayInput, Field, FieldRow, MoneyInput } from '../../../../kit/form/index.ts';
import { dayOf } from '../../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import { Notice } from '../../../../kit/states/index.ts';
import { type ClosingTyped, invalidReasons, needsConfirmation, signingLacks } from '../../rules/closing.ts';
import { ReasonInput, RivalInput } from './reason-input.tsx';
import { useOpportunityWords } from '../words.ts';

/** The signing: date, contract number and amount. */
export function SigningFields({ currency, required }: { readonly currency: string; readonly required: boolean }) {
  const word = useOpportunityWords();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  return (
    <FieldRow>
      <Field name="signedOn" label={word('opportunities.close.signedOn')} required={required}>
        <DayInput until={today} />
      </Field>
      <Field name="contractNo" label={word('opportunities.close.contractNo')} required={required}>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="amountMinor" label={word('opportunities.close.amountMinor')} required={required}>
        <MoneyInput currency={currency} />
      </Field>
    </FieldRow>
  );
}

/** Won: the signing, and what it means to close without it. */
export function WonFields({ typed, currency }: { readonly typed: ClosingTyped; readonly currency: string }) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const lacks = signingLacks(typed).map((part) => word(`opportunities.close.${part}`));
  const missing = new Intl.ListFormat(language, { type: 'conjunction', style: 'short' }).format(lacks);
  return (
    <>
      <SigningFields currency={currency} required={false} />
      <div className="closing-effect" aria-live="polite">
        {lacks.length === 0 ? (
          <Notice title={word('opportunities.close.complete')} />
        ) : (
          <Notice tone="soon" title={word('opportunities.close.awaiting')}>
            {word('opportunities.close.awaiting.hint', { missing })}
          </Notice>
        )}
      </div>
    </>
  );
}

/** Lost: why, and to whom. */
export function LostFields() {
  const word = useOpportunityWords();
  return (
    <>
      <Field name="reason" label={word('opportunities.close.reason')} required>
        <ReasonInput />
      </Field>
      <Field name="competitor" label={word('opportunities.close.rival')} required>
        <RivalInput />
      </Field>
      <Field name="note" label={word('opportunities.close.note')}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Field>
    </>
  );
}

/** Invalid: one of two reasons, the customer's words, and who has to confirm. */
export function InvalidFields({
  opportunity,
  typed,
}: {
  readonly opportunity: Opportunity;
  readonly typed: ClosingTyped;
}) {
  const word = useOpportunityWords();
  const cancelled = typed.invalidReason === 'customer_cancelled';
  return (
    <>
      <div className="closing-effect">
        {needsConfirmation(opportunity) ? (
          <Notice tone="soon" title={word('opportunities.close.invalid.confirm')}>
            {word('opportunities.close.invalid.confirm.hint')}
          </Notice>
        ) : (
          <Notice title={word('opportunities.close.invalid.effect')} />
        )}
      </div>
      <Field name="invalidReason" label={word('opportunities.close.invalid.reason')} required>
        <ChoiceChips
          choices={invalidReasons.map((reason) => ({
            value: reason,
            word: word(`opportunities.close.invalid.${reason}`),
          }))}
        />
      </Field>
      <Field
        name="note"
        label={word(cancelled ? 'opportunities.close.invalid.note' : 'opportunities.close.note')}
        help={cancelled ? word('opportunities.close.invalid.note.help') : undefined}
      >
        <Input.TextArea rows={2} maxLength={1_000} />
      </Field>
    </>
  );
}
