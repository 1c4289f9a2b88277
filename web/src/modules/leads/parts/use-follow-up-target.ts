import type { Lead, LeadState } from '@dealtrail/protocol/leads';
import type { FollowUpTarget } from '../../activities/index.ts';
import { followUpMoves, proposedState } from '../next-step.ts';
import { useLeadWords } from './words.ts';

/** A lead as the follow-up form takes it. */
export function useFollowUpTarget(lead: Lead): FollowUpTarget {
  const word = useLeadWords();
  const moves = followUpMoves(lead);
  return {
    recordId: lead.id,
    title: lead.title,
    note: [lead.contactName, lead.number].filter(Boolean).join('，'),
    clocks: lead.clocks,
    states: {
      now: lead.state,
      moves,
      word: (state) => word(`leadState.${state as LeadState}`),
      proposed: proposedState(lead.state, moves),
    },
  };
}
