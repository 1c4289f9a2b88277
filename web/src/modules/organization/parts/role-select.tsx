import { RoleKey } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { useRoleName } from './words.ts';

interface RoleSelectProps {
  /** Role keys; given by `Field`. */
  readonly value?: readonly RoleKey[];
  readonly onChange?: (roles: readonly RoleKey[]) => void;
  readonly id?: string;
}

/** One role or several; what one of them grants is granted. */
export function RoleSelect({ value, onChange, id }: RoleSelectProps) {
  const nameOf = useRoleName();
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={[...(value ?? [])]}
      options={RoleKey.options.map((key) => ({ value: key, label: nameOf(key) }))}
      onChange={(roles: RoleKey[]) => onChange?.(roles)}
    />
  );
}
