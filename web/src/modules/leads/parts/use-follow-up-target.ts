import type { Lead, LeadState } from '@dealtrail/protocol/leads';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { FollowUpTarget } from '../../activities/index.ts';
import { followUpMoves, proposedState } from '../next-step.ts';
import { useLeadWords } from './words.ts';

/** A lead as the follow-up form takes it. */
export function useFollowUpTarget(lead: Lead): FollowUpTarget {
  const word = useLeadWords();
  const { language } = useKit();
  const moves = followUpMoves(lead);
  return {
    recordId: lead.id,
    title: lead.title,
    note: joined([lead.contactName, lead.number], 'facts', language),
    contact: { name: lead.contactName, title: lead.contactTitle },
    company: lead.companyName,
    clocks: lead.clocks,
    states: {
      now: lead.state,
      moves,
      word: (state) => word(`leadState.${state as LeadState}`),
      proposed: proposedState(lead.state, moves),
    },
  };
}
