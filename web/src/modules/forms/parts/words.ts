import type { FormFieldName, HeldReason } from '@dealtrail/protocol/forms';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `formField.${FormFieldName}` | `heldReason.${HeldReason}`;

/** The sentences of web forms. */
export const useFormWords = useWords<Key>;
