import type { Currency } from '@dealtrail/protocol/kernel';
import { createLead } from '@dealtrail/protocol/leads';
import { Switch } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { ChoiceChips, Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { BlockedBy } from '../../customers/index.ts';
import { givenFacts, type LeadTyped } from '../lead-changes.ts';
import { DuplicateCheck } from '../parts/duplicate-check.tsx';
import { FurtherFields, NeedFields, PlaceFields, SourceField, WhoFields } from '../parts/lead-fields.tsx';
import { useLeadWords } from '../parts/words.ts';

interface Typed extends LeadTyped {
  readonly currency?: Currency;
  readonly source: string;
  readonly assign: 'mine' | 'rules' | 'pool';
  readonly onDuplicate?: 'create' | 'join';
  readonly incomplete?: boolean;
  readonly overrideReason?: string;
}

interface NewLeadSheetProps {
  readonly onClose: () => void;
}

function NewLeadForm({ onClose, onDirty }: NewLeadSheetProps & { readonly onDirty: (dirty: boolean) => void }) {
  const word = useLeadWords();
  const go = useGo();
  const act = useAct(createLead, { invalidates: ['leads.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const save = async ({ source, assign, onDuplicate, incomplete, ...facts }: Typed) => {
    const lead = await act.run({
      body: {
        ...givenFacts(facts),
        source: source.trim(),
        assign,
        ...(onDuplicate === undefined ? {} : { onDuplicate }),
        ...(incomplete ? { incomplete } : {}),
      },
    });
    go(lead.poolId === null ? `/leads/${lead.id}` : `/pools?pool=${lead.poolId}`);
  };
  const may = useMay();
  const allowed = { mine: may('leads.followUp'), rules: true, pool: may('leads.release') };
  const owners = (['mine', 'rules', 'pool'] as const)
    .filter((assign) => allowed[assign])
    .map((assign) => ({ value: assign, word: word(`leads.assign.${assign}`) }));
  return (
    <FormFrame<Typed>
      label={word('leads.new')}
      initial={{ assign: allowed.mine ? 'mine' : 'rules', customerType: 'new', onDuplicate: 'create' }}
      problem={problem}
      submitWord={word('leads.new.save')}
      onCancel={onClose}
      onDirty={onDirty}
      onSubmit={save}
    >
      <DuplicateCheck>
        <WhoFields />
      </DuplicateCheck>
      <BlockedBy error={act.error} />
      <SourceField />
      <NeedFields />
      <FurtherFields />
      <PlaceFields />
      <Field name="assign" label={word('leads.assign.who')} help={word('leads.assign.who.hint')}>
        <ChoiceChips choices={owners} />
      </Field>
      <Field
        name="incomplete"
        label={word('leads.incomplete')}
        help={word('leads.incomplete.hint')}
        valueProp="checked"
      >
        <Switch />
      </Field>
    </FormFrame>
  );
}

/** Takes in a lead by hand: what is known is enough, what is missing is named, the same company is found while typing. */
export function NewLeadSheet(props: NewLeadSheetProps) {
  const word = useLeadWords();
  return (
    <FormSheet open title={word('leads.new')} width={600} onClose={props.onClose}>
      {(markDirty, close) => <NewLeadForm {...props} onClose={close} onDirty={markDirty} />}
    </FormSheet>
  );
}
