import { opportunitiesProblems } from '@dealtrail/protocol/opportunities';
import { opportunitiesEn, opportunitiesZh } from '@dealtrail/protocol/opportunities/messages';
import type { Module } from '../../kernel/house/module.ts';
import { opportunityClocks } from './clocks.ts';
import { advanceStage } from './operations/advance-stage.ts';
import { board } from './operations/board.ts';
import { bulkOpportunities, opportunityBulk } from './operations/bulk-opportunities.ts';
import { closeOpportunity, recordSigning } from './operations/close-opportunity.ts';
import { createOpportunity } from './operations/create-opportunity.ts';
import { openFromLead, previewFromLead } from './operations/open-from-lead.ts';
import { getOpportunity, getProcess, listOpportunities, previewAdvance } from './operations/read-opportunities.ts';
import { recordOpportunityFollowUp } from './operations/record-follow-up.ts';
import { updateOpportunity } from './operations/update-opportunity.ts';
import { whenHandedOverTellOwner } from './reactions/when-handed-over-tell-owner.ts';
import { whenOpportunityChangedTellFollowers } from './reactions/when-opportunity-changed-tell-followers.ts';
import { opportunityViews } from './opportunity-views.ts';
import { opportunityParticipants } from './store/opportunity-participants.ts';
import { searchableTexts } from './store/opportunity-view.ts';
import { opportunityExport } from './store/opportunity-export.ts';

/** Deals on their way through the sales process. */
export const opportunities: Module = {
  name: 'opportunities',
  permissions: [
    'read',
    'create',
    'update',
    'advance',
    'close',
    'followUp',
    'confirmInvalid',
    'assign',
    'delete',
    'export',
  ].map((verb) => `opportunities.${verb}`),
  problems: opportunitiesProblems,
  messages: { zh: opportunitiesZh, en: opportunitiesEn },
  recordKinds: [
    {
      kind: 'opportunity',
      chapter: 'opportunities',
      searchable: searchableTexts,
      editing: { table: 'opportunities', update: updateOpportunity },
    },
  ],
  constraints: { opportunities_pk: 'already_exists', opportunities_customer_fk: 'reference_missing' },
  clocks: opportunityClocks,
  participants: opportunityParticipants,
  reactions: [whenHandedOverTellOwner, whenOpportunityChangedTellFollowers],
  notices: [{ kind: 'opportunities.assigned', app: true, mail: true }],
  lists: [opportunityViews],
  bulkKinds: [opportunityBulk],
  exportKinds: [opportunityExport],
  routes: [
    listOpportunities,
    board,
    getProcess,
    previewFromLead,
    openFromLead,
    getOpportunity,
    createOpportunity,
    updateOpportunity,
    bulkOpportunities,
    previewAdvance,
    advanceStage,
    closeOpportunity,
    recordSigning,
    recordOpportunityFollowUp,
  ],
};
