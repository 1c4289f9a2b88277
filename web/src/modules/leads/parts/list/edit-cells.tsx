import { Level, type LeadRow, updateLead } from '@dealtrail/protocol/leads';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { EditCell } from '../../../../kit/table/index.ts';
import { useLeadWords } from '../words.ts';

interface CellProps {
  readonly lead: LeadRow;
  readonly children: ReactNode;
}

interface InputProps {
  readonly lead: LeadRow;
  readonly close: () => void;
}

function useSave({ lead, close }: InputProps) {
  const act = useAct(updateLead, { invalidates: ['leads.*'], onDone: close });
  const save = (patch: Partial<Pick<LeadRow, 'priority' | 'intent' | 'expectedPurchaseOn'>>) =>
    act.press({ params: { id: lead.id }, body: { version: lead.version, ...patch } });
  return { act, save };
}

function LevelInput({ lead, close, field }: InputProps & { readonly field: 'priority' | 'intent' }) {
  const word = useLeadWords();
  const { act, save } = useSave({ lead, close });
  return (
    <>
      <Select
        autoFocus
        defaultOpen
        size="small"
        loading={act.busy}
        aria-label={word(`leads.field.${field}`)}
        value={lead[field]}
        options={Level.options.map((value) => ({ value, label: word(`leads.level.${value}`) }))}
        onChange={(value) => save({ [field]: value })}
        onOpenChange={(open) => !open && !act.busy && close()}
      />
      <ProblemNotice error={act.error} />
    </>
  );
}

function DayCellInput({ lead, close }: InputProps) {
  const word = useLeadWords();
  const { act, save } = useSave({ lead, close });
  return (
    <>
      <DatePicker
        autoFocus
        defaultOpen
        size="small"
        disabled={act.busy}
        aria-label={word('leads.field.expectedPurchaseOn')}
        value={lead.expectedPurchaseOn ? dayjs(lead.expectedPurchaseOn) : null}
        onChange={(day) => save({ expectedPurchaseOn: day?.format('YYYY-MM-DD') ?? null })}
        onOpenChange={(open) => !open && !act.busy && close()}
      />
      <ProblemNotice error={act.error} />
    </>
  );
}

/** Intent or priority of a lead, changed where it stands. */
export function LevelCell({ lead, field, children }: CellProps & { readonly field: 'priority' | 'intent' }) {
  const word = useLeadWords();
  return (
    <EditCell
      label={word('leads.edit.cell', { field: word(`leads.field.${field}`), name: lead.title })}
      may={lead.abilities.update}
      renderEdit={(close) => <LevelInput lead={lead} field={field} close={close} />}
    >
      {children}
    </EditCell>
  );
}

/** The expected purchase day of a lead, changed where it stands. */
export function PurchaseDayCell({ lead, children }: CellProps) {
  const word = useLeadWords();
  return (
    <EditCell
      label={word('leads.edit.cell', { field: word('leads.field.expectedPurchaseOn'), name: lead.title })}
      may={lead.abilities.update}
      renderEdit={(close) => <DayCellInput lead={lead} close={close} />}
    >
      {children}
    </EditCell>
  );
}
