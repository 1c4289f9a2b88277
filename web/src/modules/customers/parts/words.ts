import type { DuplicateAction, JoinState, MatchGrade } from '@dealtrail/protocol/customers';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of customers: screen copy, and the labels the protocol brings. */
export const useCustomerWords = useWords<
  | keyof typeof zh
  | `dealState.${'none' | 'won' | 'repeat'}`
  | `matchGrade.${MatchGrade}`
  | `duplicateAction.${DuplicateAction}`
  | `joinState.${JoinState}`
>;
