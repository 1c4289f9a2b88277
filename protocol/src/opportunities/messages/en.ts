import type { opportunitiesWordsZh } from './zh.ts';

/** English labels, refusals and history lines of opportunities. */
export const opportunitiesWordsEn = {
  'problem.stage_gate_unmet': '{count} conditions are missing before this stage.',
  'problem.stage_not_reachable': 'This stage cannot be reached from the present one.',
  'problem.opportunity_closed': 'This opportunity is closed and cannot be changed.',
  'problem.reason_needed': 'Going back to an earlier stage needs a reason.',
  'problem.close_incomplete': 'Closing needs more: fill in the fields marked.',
  'problem.confirmation_needed': 'Past needs analysis only a sales manager may mark it invalid.',
  'problem.signing_in_future': 'The signing date cannot lie after today.',
  'problem.not_awaiting_signing': 'Only a deal won and awaiting its signing takes a signing.',
  'opportunityState.open': 'Open',
  'opportunityState.won': 'Won',
  'opportunityState.won_awaiting_signing': 'Won (awaiting signing)',
  'opportunityState.lost': 'Lost',
  'opportunityState.invalid': 'Invalid',
  'opportunities.event.opened': '{by} opened the opportunity at {stageEn}',
  'opportunities.event.stage_advanced': '{by} moved it to {stageEn}',
  'opportunities.event.stage_returned': '{by} moved it back to {stageEn}: {reason}',
  'opportunities.event.closed.won': '{by} closed it as won, contract {contractNo}',
  'opportunities.event.closed.won_awaiting_signing': '{by} closed it as won, awaiting the signing',
  'opportunities.event.closed.lost': '{by} closed it as lost: {reason}, competitor {competitor}',
  'opportunities.event.closed.invalid.wrong_information': '{by} marked it invalid: wrong information',
  'opportunities.event.closed.invalid.customer_cancelled': '{by} marked it invalid: the customer cancelled',
  'opportunities.event.signed': '{by} recorded the signing, contract {contractNo}',
} as const satisfies Record<keyof typeof opportunitiesWordsZh, string>;
