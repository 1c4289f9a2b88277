import type { FollowUpMethod, FollowUpOutcome } from '@dealtrail/protocol/activities';
import type { AgendaPointKey, Cadence, ReviewLine } from '@dealtrail/protocol/reviews';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key =
  | keyof typeof zh
  | `cadence.${Cadence}`
  | `reviewState.${ReviewLine['state']}`
  | `agendaPoint.${AgendaPointKey}`
  | `clocks.${string}.name`
  | `followUpMethod.${FollowUpMethod}`
  | `followUpOutcome.${FollowUpOutcome}`;

/** The sentences of checks and reviews. */
export const useReviewWords = useWords<Key>;
