import { listColleagues } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { useContext, useMemo } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { LabelContext } from '../../../kit/form/label-context.ts';

interface ColleagueSelectProps {
  /** Member id; given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (memberId: string | null) => void;
  readonly id?: string;
  /** Who is chosen, where no `Field` label says it. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly clearable?: boolean;
}

/** Names change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

/** Active colleagues with their departments, for pickers. */
export function useColleagues() {
  return useOperation(listColleagues, {}, { freshFor: FRESH_MS });
}

/** One colleague, found by name or department. */
export function ColleagueSelect({ value, onChange, id, label, placeholder, clearable = false }: ColleagueSelectProps) {
  const said = useContext(LabelContext);
  const found = useColleagues();
  const options = useMemo(
    () =>
      (found.data?.items ?? []).map(({ id: member, name, departmentName }) => ({
        value: member,
        label: departmentName ? `${name}（${departmentName}）` : name,
      })),
    [found.data],
  );
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label ?? said}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearable}
      loading={found.isPending}
      placeholder={placeholder}
      value={value ?? null}
      options={options}
      onChange={(member: string | null | undefined) => onChange?.(member ?? null)}
    />
  );
}
