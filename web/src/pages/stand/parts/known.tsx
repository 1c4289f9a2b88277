import { findDuplicates } from '@dealtrail/protocol/leads';
import { useOperation } from '../../../kernel/client/index.ts';
import { DuplicateHits } from '../../../modules/customers/index.ts';
import type { Typed } from '../rules/entry.ts';

const FULL_NUMBER = 11;

/**
 * Says in words whether a visitor is known already, once a field was left; what one may not see is told without its
 * facts.
 */
export function Known({ visitor }: { readonly visitor: Pick<Typed, 'companyName' | 'contactName' | 'phone'> }) {
  const question = {
    companyName: visitor.companyName.trim() || null,
    contactName: visitor.contactName.trim() || null,
    phone: visitor.phone.replaceAll(/\D/g, '').length >= FULL_NUMBER ? visitor.phone : null,
  };
  const enabled = question.companyName !== null || question.phone !== null;
  const found = useOperation(findDuplicates, { body: question }, { enabled, keep: true });
  return <div aria-live="polite">{enabled && <DuplicateHits hits={found.data?.duplicates ?? []} />}</div>;
}
