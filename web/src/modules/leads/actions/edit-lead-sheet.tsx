import type { Passed } from '@dealtrail/protocol/kernel';
import { getLead, type Lead, updateLead } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { call, useAct } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { begunWith, leadFacts, type LeadTyped, settledFacts } from '../lead-changes.ts';
import { LeadConflict } from '../parts/lead-conflict.tsx';
import { FurtherFields, NeedFields, PlaceFields, WhoFields } from '../parts/lead-fields.tsx';
import { useLeadWords } from '../parts/words.ts';

interface EditLeadSheetProps {
  readonly lead: Lead;
  readonly onClose: () => void;
}

type Change = Omit<Passed<typeof updateLead>['body'], 'version'>;

interface EditLeadFormProps extends EditLeadSheetProps {
  readonly onSaved: () => void;
  readonly onDirty: (dirty: boolean) => void;
}

function EditLeadForm({ lead, onClose, onSaved, onDirty }: EditLeadFormProps) {
  const word = useLeadWords();
  // The form measures changes against the lead it opened with, whatever arrives later.
  const [began] = useState(() => begunWith(lead));
  const params = { id: lead.id };
  const act = useAct(updateLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const edit = useEdit({
    names: leadFacts,
    began,
    save: (changes, version) => act.run({ params, body: { ...(changes as Change), version } }),
    reread: async () => begunWith(await call(getLead, { params })),
    onSaved,
  });
  const problem = useProblemWords(edit.clashes ? null : act.error);
  return (
    <div className="k-stack">
      {edit.clashes && (
        <LeadConflict
          clashes={edit.clashes}
          currency={began.currency}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <FormFrame<LeadTyped>
        label={word('leads.edit')}
        initial={began as LeadTyped}
        problem={problem}
        onCancel={onClose}
        onDirty={onDirty}
        onSubmit={(typed) => edit.submit(settledFacts(typed, began))}
      >
        <WhoFields masked={lead} />
        <NeedFields />
        <FurtherFields masked={lead} />
        <PlaceFields />
      </FormFrame>
    </div>
  );
}

/** Changes the facts of a lead; what somebody else changed meanwhile is not lost. */
export function EditLeadSheet({ lead, onClose }: EditLeadSheetProps) {
  const word = useLeadWords();
  return (
    <FormSheet open title={word('leads.edit')} width={600} onClose={onClose}>
      {(markDirty, close) => <EditLeadForm lead={lead} onClose={close} onSaved={onClose} onDirty={markDirty} />}
    </FormSheet>
  );
}
