import type { ReactNode } from 'react';
import type { Clash } from '../../../kernel/edits/index.ts';
import { Money } from '../../../kit/formats/index.ts';
import { Conflict } from '../../../kit/states/index.ts';
import type { LeadFact } from '../lead-changes.ts';
import { useCustomerTypeName, useLeadWords } from './words.ts';

interface LeadConflictProps {
  /** Facts both have changed. */
  readonly clashes: readonly Clash<LeadFact>[];
  readonly currency: string | null;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody changed the lead meanwhile: the facts both changed, side by side. */
export function LeadConflict({ clashes, currency, onKeepMine, onTakeTheirs }: LeadConflictProps) {
  const word = useLeadWords();
  const typeName = useCustomerTypeName();
  const shown = (name: LeadFact, value: string | number | null | undefined): ReactNode => {
    if (value === null || value === undefined || value === '') return '—';
    if (name === 'budgetMinor') return <Money minor={Number(value)} currency={currency ?? 'CNY'} />;
    return name === 'customerType' ? typeName(String(value)) : String(value);
  };
  const differences = clashes.map(({ name, mine, theirs }) => ({
    key: name,
    label: word(name === 'budgetMinor' ? 'leads.field.budget' : `leads.field.${name}`),
    mine: shown(name, mine),
    theirs: shown(name, theirs),
  }));
  return <Conflict differences={differences} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />;
}
