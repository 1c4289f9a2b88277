import { Select } from 'antd';
import { useMemo } from 'react';
import { treeOrder } from '../rules/department-tree.ts';
import { useDepartments } from '../settings-queries.ts';

interface DepartmentSelectProps {
  /** Department id; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (departmentId: string | null) => void;
  readonly id?: string;
  readonly placeholder?: string;
  /** Departments that cannot be chosen. */
  readonly without?: ReadonlySet<string>;
}

/** The departments as choices, those below a department further in. */
export function useDepartmentOptions(without?: ReadonlySet<string>) {
  const items = useDepartments().data?.items;
  return useMemo(
    () =>
      treeOrder(items ?? [])
        .filter(({ id }) => !without?.has(id))
        .map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
    [items, without],
  );
}

/** One department, or none. */
export function DepartmentSelect({ value, onChange, id, placeholder, without }: DepartmentSelectProps) {
  const options = useDepartmentOptions(without);
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      value={value ?? null}
      options={options}
      onChange={(department: string | null | undefined) => onChange?.(department ?? null)}
    />
  );
}
