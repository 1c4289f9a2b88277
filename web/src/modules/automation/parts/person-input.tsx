import type { AutomationPerson } from '@dealtrail/protocol/automation';
import { Select } from 'antd';
import { useColleagues } from '../../organization/index.ts';
import { useAutomationWords } from './words.ts';

const keyOf = (person: AutomationPerson): string => (person.who === 'member' ? person.memberId : person.who);

function personOf(key: string): AutomationPerson {
  return key === 'owner' || key === 'supervisor' ? { who: key } : { who: 'member', memberId: key };
}

function usePersonOptions() {
  const word = useAutomationWords();
  const colleagues = useColleagues().data?.items ?? [];
  return [
    ...(['owner', 'supervisor'] as const).map((who) => ({
      value: who as string,
      label: word(`automation.person.${who}`),
    })),
    ...colleagues.map(({ id, name, departmentName }) => ({
      value: id,
      label: departmentName ? `${name}（${departmentName}）` : name,
    })),
  ];
}

/** Whom a task is for: who owns the record, their supervisor, or somebody by name. */
export function PersonInput({
  value,
  onChange,
}: {
  readonly value: AutomationPerson;
  readonly onChange: (person: AutomationPerson) => void;
}) {
  const word = useAutomationWords();
  return (
    <Select
      aria-label={word('automation.person')}
      showSearch={{ optionFilterProp: 'label' }}
      value={keyOf(value)}
      options={usePersonOptions()}
      onChange={(key: string) => onChange(personOf(key))}
    />
  );
}

/** Who is told, up to five. */
export function PeopleInput({
  value,
  onChange,
}: {
  readonly value: readonly AutomationPerson[];
  readonly onChange: (people: AutomationPerson[]) => void;
}) {
  const word = useAutomationWords();
  return (
    <Select
      mode="multiple"
      maxCount={5}
      aria-label={word('automation.people')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value.map(keyOf)}
      options={usePersonOptions()}
      onChange={(keys: string[]) => onChange(keys.map(personOf))}
    />
  );
}
