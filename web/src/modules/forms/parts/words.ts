import type { FormFieldName, HeldReason, InboundFieldName, PostReason } from '@dealtrail/protocol/forms';
import type { LeadState } from '@dealtrail/protocol/leads';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key =
  | keyof typeof zh
  | `formField.${FormFieldName}`
  | `heldReason.${HeldReason}`
  | `postReason.${PostReason}`
  | `leadState.${LeadState}`
  | 'leads.field.campaign'
  | 'leads.field.externalId';

/** The sentences of web forms and of doors for other systems. */
export const useFormWords = useWords<Key>;

/** How a fact of a lead is called that another system tells. */
export function useInboundFieldName(): (name: InboundFieldName) => string {
  const word = useFormWords();
  return (name) =>
    name === 'campaign' || name === 'externalId' ? word(`leads.field.${name}`) : word(`formField.${name}`);
}
