import { Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
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

const STEP_PX = 16;

/** A department among the choices, further in the deeper it lies. */
export function showDepartment(option: { readonly label?: ReactNode; readonly data: { readonly depth: number } }) {
  return <span style={{ paddingLeft: option.data.depth * STEP_PX }}>{option.label}</span>;
}

/** The departments as choices, each after the one it belongs to. */
export function useDepartmentOptions(without?: ReadonlySet<string>) {
  const items = useDepartments().data?.items;
  return useMemo(
    () =>
      treeOrder(items ?? [])
        .filter(({ id }) => !without?.has(id))
        .map(({ id, name, depth }) => ({ value: id, label: name, depth })),
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
      optionRender={showDepartment}
      onChange={(department: string | null | undefined) => onChange?.(department ?? null)}
    />
  );
}
