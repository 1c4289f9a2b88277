import { listCustomers } from '@dealtrail/protocol/customers';
import { Select } from 'antd';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useSettled } from '../../../kit/search/index.ts';
import { useCustomerWords } from './words.ts';

interface CustomerPickerProps {
  /** Id of the chosen customer; given by `Field`. */
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly id?: string;
  /** The customer chosen from the start, by name. */
  readonly known?: { readonly id: string; readonly name: string } | undefined;
}

/** Chooses one customer among those the member may see, by name or pinyin initials. */
export function CustomerPicker({ value, onChange, id, known }: CustomerPickerProps) {
  const word = useCustomerWords();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useOperation(listCustomers, { query: { limit: 20, ...(q ? { q } : {}) } }, { keep: true });
  // The server also finds by place and number; a name that says it comes first.
  const says = (name: string) => Number(name.includes(q));
  const items = [...(found.data?.items ?? [])].sort((one, other) => says(other.name) - says(one.name));
  const options = items.map((customer) => ({ value: customer.id, label: customer.name }));
  const unlisted = known && !q && !items.some((customer) => customer.id === known.id);
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={word('customers.picker')}
      loading={found.isFetching}
      notFoundContent={found.isSuccess ? word('customers.picker.none') : word('customers.picker.hint')}
      options={unlisted ? [{ value: known.id, label: known.name }, ...options] : options}
      value={value ?? null}
      onChange={(chosen: string | null) => chosen && onChange?.(chosen)}
    />
  );
}
