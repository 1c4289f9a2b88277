import type { PermissionFacts } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { StateTag } from '../../../kit/mark/index.ts';
import { cellScope, type Grants, scopesOf, withScope } from '../rules/role-matrix.ts';
import { useSettingsWords } from '../parts/words.ts';

interface ScopeCellProps {
  readonly cell: readonly PermissionFacts[];
  readonly label: string;
  readonly grants: Grants;
  /** Grants as they are saved: a cell that differs is marked. */
  readonly saved: Grants;
  /** Permissions an upgrade brought. */
  readonly added: readonly string[];
  /** Absent: to read only. */
  readonly onChange?: ((grants: Grants) => void) | undefined;
}

/** How far one permission, or all of one kind, reach; a mark says that it is not saved yet. */
export function ScopeCell({ cell, label, grants, saved, added, onChange }: ScopeCellProps) {
  const word = useSettingsWords();
  if (cell.length === 0) return <span aria-hidden="true" />;
  const scope = cellScope(cell, grants);
  const changed = cell.some(({ permission }) => grants[permission] !== saved[permission]);
  const whole = scopesOf(cell).length === 2;
  const wordOf = (each: string) =>
    whole && each === 'all' ? word('roles.scope.granted') : word(`roles.scope.${each as 'none'}`);
  const fresh = cell.some(({ permission }) => added.includes(permission)) && (
    <StateTag tone="accent">{word('roles.added.short')}</StateTag>
  );
  if (!onChange)
    return (
      <span className={scope === 'none' ? 'k-t3' : ''}>
        {wordOf(scope)} {fresh}
      </span>
    );
  const mark = `${fresh ? word('roles.added.mark') : ''}${changed ? word('roles.changed.mark') : ''}`;
  return (
    <span className={changed ? 'role-cell changed' : 'role-cell'} data-scope={scope}>
      <Select
        size="small"
        variant="borderless"
        aria-label={`${label}${mark}`}
        value={scope}
        popupMatchSelectWidth={false}
        options={[
          ...scopesOf(cell).map((each) => ({ value: each, label: wordOf(each) })),
          ...(scope === 'mixed' ? [{ value: 'mixed', label: word('roles.scope.mixed'), disabled: true }] : []),
        ]}
        onChange={(next: string) => onChange(withScope(grants, cell, next))}
      />
      {fresh}
    </span>
  );
}
