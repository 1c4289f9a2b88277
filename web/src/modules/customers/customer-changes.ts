import type { Customer } from '@dealtrail/protocol/customers';
import type { CustomerFacts } from './parts/customer-fields.tsx';

const separator = /[、，,;；\n]+/;

/** Former names as a form holds them: one line. */
export const joinedNames = (names: readonly string[]): string | null => names.join('、') || null;

/** Former names as they are sent. */
export const separatedNames = (line: string | null | undefined): string[] =>
  (line ?? '')
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A customer as its form begins. */
export const begunWith = (customer: Customer) => ({
  ...customer,
  formerNames: joinedNames(customer.formerNames),
});

/** What a form of a customer tells, as it is sent: former names one by one. */
export function toldFacts<Typed extends Partial<CustomerFacts>>(typed: Typed) {
  const { formerNames, ...facts } = typed;
  return { ...facts, ...(formerNames === undefined ? {} : { formerNames: separatedNames(formerNames) }) };
}
