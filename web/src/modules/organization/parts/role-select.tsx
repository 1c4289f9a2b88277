import { Select } from 'antd';
import { useMemo } from 'react';
import { useRoleNames } from './role-names.ts';

interface RoleSelectProps {
  /** Role keys; given by `Field`. */
  readonly value?: readonly string[];
  readonly onChange?: (roles: readonly string[]) => void;
  readonly id?: string;
}

/** One role or several; what one of them grants is granted. */
export function RoleSelect({ value, onChange, id }: RoleSelectProps) {
  const { roles, nameOf } = useRoleNames();
  const options = useMemo(() => roles.map(({ key }) => ({ value: key, label: nameOf(key) })), [roles, nameOf]);
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={[...(value ?? [])]}
      options={options}
      onChange={(keys: string[]) => onChange?.(keys)}
    />
  );
}
