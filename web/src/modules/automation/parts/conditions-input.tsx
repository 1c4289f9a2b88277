import type { AutomationKind, AutomationRule } from '@dealtrail/protocol/automation';
import { FilterBar } from '../../../kit/filter/index.ts';
import { useConditionFields } from './use-condition-fields.ts';

interface ConditionsInputProps {
  readonly kind: AutomationKind;
  readonly value?: AutomationRule['conditions'];
  readonly onChange?: (conditions: AutomationRule['conditions']) => void;
}

/** What must hold of a record, as chips; none holds for every record. */
export function ConditionsInput({ kind, value, onChange }: ConditionsInputProps) {
  const fields = useConditionFields(kind);
  return <FilterBar fields={fields} value={value} onChange={(filter) => onChange?.(filter ?? { all: [] })} />;
}
