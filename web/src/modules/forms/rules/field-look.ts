import type { FormField } from '@dealtrail/protocol/forms';

const types: Partial<Record<FormField['name'], string>> = { phone: 'tel', email: 'email' };

/** The kind of input a fact is typed into, by which phones choose their keyboard. */
export function inputTypeOf(name: FormField['name']): string {
  return types[name] ?? 'text';
}
