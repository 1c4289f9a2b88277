import { getOpportunity, type OpportunityRow, updateOpportunity } from '@dealtrail/protocol/opportunities';
import type { ReactNode } from 'react';
import { call, useAct } from '../../../../kernel/client/index.ts';
import { ValueCell } from '../../../../kernel/views/index.ts';
import { Day, Money } from '../../../../kit/formats/index.ts';
import { useOpportunityWords } from '../words.ts';

interface CellProps {
  readonly row: OpportunityRow;
  readonly field: 'expectedCloseOn' | 'amountMinor';
}

/** The amount or the expected close of an opportunity, changed where it stands. */
export function FactCell({ row, field }: CellProps) {
  const word = useOpportunityWords();
  const act = useAct(updateOpportunity, { invalidates: ['opportunities.*', 'insights.*'] });
  const params = { id: row.id };
  const name = word(`opportunities.field.${field}`);
  const say = (value: string | number | null | undefined): ReactNode =>
    field === 'amountMinor' ? (
      <Money minor={typeof value === 'number' ? value : null} currency={row.currency} />
    ) : (
      <Day day={typeof value === 'string' ? value : null} />
    );
  return (
    <ValueCell
      field={name}
      label={word('opportunities.edit.cell', { field: name, name: row.name })}
      may={row.abilities.update && row.state === 'open'}
      input={field === 'amountMinor' ? { kind: 'money', currency: row.currency } : { kind: 'day' }}
      value={row[field]}
      version={row.version}
      save={(value, version) => act.run({ params, body: { version, [field]: value ?? null } })}
      reread={async () => {
        const now = await call(getOpportunity, { params });
        return { value: now[field], version: now.version };
      }}
      say={say}
    >
      {say(row[field])}
    </ValueCell>
  );
}
