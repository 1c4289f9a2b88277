import type { FormFieldName, HeldReason } from '@dealtrail/protocol/forms';
import type { LeadState } from '@dealtrail/protocol/leads';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `formField.${FormFieldName}` | `heldReason.${HeldReason}` | `leadState.${LeadState}`;

/** The sentences of web forms. */
export const useFormWords = useWords<Key>;
