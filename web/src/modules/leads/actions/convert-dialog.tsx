import type { Currency } from '@dealtrail/protocol/kernel';
import type { Lead } from '@dealtrail/protocol/leads';
import { board, listOpportunities, openFromLead } from '@dealtrail/protocol/opportunities';
import { Checkbox, Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { DayInput, Field, FieldRow, FormFrame, type FormValues, MoneyInput } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { type Conversion, ConversionPreview } from '../parts/conversion-preview.tsx';
import { useLeadWords } from '../parts/words.ts';
import { useConversion } from '../queries.ts';

interface Typed {
  withOpportunity: boolean;
  opportunityName?: string;
  amountMinor?: number | null;
  expectedCloseOn?: string | null;
}

const withOpportunity = (values: FormValues) => values['withOpportunity'] !== false;

interface ConvertFormProps {
  readonly lead: Lead;
  readonly preview: Conversion;
  readonly onClose: () => void;
}

function ConvertForm({ lead, preview, onClose }: ConvertFormProps) {
  const word = useLeadWords();
  const go = useGo();
  const act = useAct(openFromLead, {
    // Not the preview: it would ask what a conversion that has happened would do.
    invalidates: ['leads.*', 'customers.*', 'activities.*', 'insights.*', listOpportunities, board],
  });
  const problem = useProblemWords(act.error);
  const { opportunity } = preview;
  const save = async (typed: Typed) => {
    const facts = typed.withOpportunity
      ? {
          opportunityName: typed.opportunityName ?? null,
          amountMinor: typed.amountMinor ?? null,
          currency: opportunity.currency as Currency,
          expectedCloseOn: typed.expectedCloseOn ?? null,
        }
      : {};
    const made = await act.run({ body: { leadId: lead.id, withOpportunity: typed.withOpportunity, ...facts } });
    onClose();
    if (made.opportunity) go(`/opportunities/${made.opportunity.id}`);
  };
  return (
    <FormFrame<Typed>
      label={word('leads.convert')}
      initial={{
        withOpportunity: true,
        opportunityName: opportunity.name,
        amountMinor: opportunity.amountMinor,
        expectedCloseOn: opportunity.expectedCloseOn,
      }}
      guard={false}
      problem={problem}
      submitWord={word('leads.convert')}
      onCancel={onClose}
      onSubmit={save}
    >
      <ConversionPreview preview={preview} />
      <Field name="withOpportunity" label={word('leads.convert.opportunity')} valueProp="checked">
        <Checkbox>{word('leads.convert.withOpportunity')}</Checkbox>
      </Field>
      <Field
        name="opportunityName"
        label={word('leads.convert.name')}
        when={withOpportunity}
        required={withOpportunity}
      >
        <Input maxLength={200} />
      </Field>
      <FieldRow>
        <Field name="amountMinor" label={word('leads.convert.amount')} when={withOpportunity}>
          <MoneyInput currency={opportunity.currency} />
        </Field>
        <Field name="expectedCloseOn" label={word('leads.convert.closeOn')} when={withOpportunity}>
          <DayInput />
        </Field>
      </FieldRow>
    </FormFrame>
  );
}

/** Turns a lead into customer, contact and opportunity, after showing what would be made and carried over. */
export function ConvertDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const found = useConversion(lead.id);
  return (
    <Dialog open title={word('leads.convert.title', { title: lead.title })} onClose={onClose} width={560}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ConvertForm lead={lead} preview={found.data} onClose={onClose} />
      ) : (
        <Skeleton count={5} />
      )}
    </Dialog>
  );
}
