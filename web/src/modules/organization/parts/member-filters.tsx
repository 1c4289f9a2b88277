import { Select } from 'antd';
import { Segmented } from '../../../kit/button/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { memberStates, stateOf } from '../rules/member-query.ts';
import { showDepartment, useDepartmentOptions } from './department-select.tsx';
import { useRoleNames } from './role-names.ts';
import { useSettingsWords } from './words.ts';

interface MemberFiltersProps {
  readonly search: Readonly<Record<string, string | undefined>>;
  readonly onChange: (next: Record<string, string | undefined>) => void;
}

/** Narrows the members by what they are doing, words, department and role; the choice stands in the address. */
export function MemberFilters({ search, onChange }: MemberFiltersProps) {
  const word = useSettingsWords();
  const { roles, nameOf } = useRoleNames();
  const departments = useDepartmentOptions();
  const outside = { value: 'none', label: word('settings.members.none'), depth: 0 };
  return (
    <div className="k-row k-wrap settings-bar">
      <Segmented
        label={word('settings.members.which')}
        value={stateOf(search)}
        onChange={(state) => onChange({ state: state === 'active' ? undefined : state })}
        choices={memberStates.map((value) => ({ value, word: word(`settings.members.${value}`) }))}
      />
      <SearchBox
        label={word('settings.members.search')}
        value={search['q'] ?? ''}
        onSearch={(text) => onChange({ q: text || undefined })}
      />
      <Select
        aria-label={word('settings.members.byDepartment')}
        placeholder={word('settings.members.byDepartment')}
        className="settings-filter"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search['department'] ?? null}
        options={[...departments, outside]}
        optionRender={showDepartment}
        onChange={(department: string | null | undefined) => onChange({ department: department ?? undefined })}
      />
      <Select
        aria-label={word('settings.members.byRole')}
        placeholder={word('settings.members.byRole')}
        className="settings-filter"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search['role'] ?? null}
        options={roles.map(({ key }) => ({ value: key, label: nameOf(key) }))}
        onChange={(role: string | null | undefined) => onChange({ role: role ?? undefined })}
      />
    </div>
  );
}
