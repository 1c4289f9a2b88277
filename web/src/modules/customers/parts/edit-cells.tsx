import { getCustomer, updateCustomer } from '@dealtrail/protocol/customers';
import { call, useAct } from '../../../kernel/client/index.ts';
import { ValueCell } from '../../../kernel/views/index.ts';
import type { CustomerRow } from './customer-row.ts';
import { useCustomerWords } from './words.ts';

interface CellProps {
  readonly row: CustomerRow;
  readonly field: 'industry' | 'region' | 'city';
}

const longest = { industry: 80, region: 40, city: 40 } as const;

/** A fact of a customer, changed where it stands. */
export function FactCell({ row, field }: CellProps) {
  const word = useCustomerWords();
  const act = useAct(updateCustomer, { invalidates: ['customers.*', 'activities.*'] });
  const params = { id: row.id };
  const name = word(`customers.${field}`);
  return (
    <ValueCell
      field={name}
      label={word('customers.edit.cell', { field: name, name: row.name })}
      may={row.abilities.update}
      input={{ kind: 'text', maxLength: longest[field] }}
      value={row[field]}
      version={row.version}
      save={(value, version) => act.run({ params, body: { version, [field]: value ?? null } })}
      reread={async () => {
        const now = await call(getCustomer, { params });
        return { value: now[field], version: now.version };
      }}
      say={(value) => value || '—'}
    >
      {row[field] || <span className="k-t3">—</span>}
    </ValueCell>
  );
}
