import * as protocol from '@dealtrail/protocol/leads';
import { leadFieldsEn, leadFieldsZh, leadsEn, leadsZh } from '@dealtrail/protocol/leads/messages';
import type { Module } from '../../kernel/house/module.ts';
import { importRoutes } from '../../kernel/imports/index.ts';
import { duplicates } from '../customers/index.ts';
import { leadClocks } from './clocks.ts';
import { leadImports } from './intake/import-kind.ts';
import { sweepEndedPauses } from './jobs/sweep-ended-pauses.ts';
import { sweepRecycling } from './jobs/sweep-recycling.ts';
import { completenessBook, intentBook, priorityBook } from './judging/books.ts';
import { leadViews } from './lead-views.ts';
import { assignLead } from './operations/assign-lead.ts';
import { assignmentFairness, listGifts } from './operations/giving/fairness.ts';
import { simulateAssignment } from './operations/giving/simulate-assignment.ts';
import { listAssignmentRules, saveAssignmentRules } from './operations/giving/assignment-rules.ts';
import { tryAssignmentRules } from './operations/giving/assignment-rules-trial.ts';
import { bulkLeads, leadBulk } from './operations/bulk-leads.ts';
import { createLead } from './operations/create-lead.ts';
import { findDuplicates } from './operations/find-duplicates.ts';
import { addCard } from './operations/stand/add-card.ts';
import { describeStand } from './operations/stand/describe-stand.ts';
import { addTouch, listTouches } from './operations/touches.ts';
import { getLead } from './operations/get-lead.ts';
import { invalidateLead } from './operations/invalidate-lead.ts';
import { leadMerging } from './operations/merge-leads.ts';
import { listLeads } from './operations/list-leads.ts';
import { pauseLead, resumeLead } from './operations/pause-lead.ts';
import { recordFollowUp } from './operations/record-follow-up.ts';
import { revealLead } from './operations/reveal-lead.ts';
import { claimLead } from './operations/pools/claim-lead.ts';
import { listPoolLeads } from './operations/pools/list-pool-leads.ts';
import { listPools } from './operations/pools/list-pools.ts';
import { listPoolSettings, savePoolSettings } from './operations/pools/pool-settings.ts';
import { listPoolMoves, poolStatistics } from './operations/pools/pool-statistics.ts';
import { listRecycleRules, saveRecycleRules, tryRecycleRule } from './operations/pools/recycle-rules.ts';
import { returnLead } from './operations/pools/return-lead.ts';
import { listSources, mapSource, unlistedSources } from './operations/sources.ts';
import { updateLead } from './operations/update-lead.ts';
import { whenCampaignNamedGiveItItsLeads } from './reactions/when-campaign-named-give-it-its-leads.ts';
import { acceptLead } from './operations/giving/accept-lead.ts';
import { passOnLead } from './operations/giving/pass-on-lead.ts';
import { refuseLead } from './operations/giving/refuse-lead.ts';
import { screenOutLead } from './operations/giving/screen-out-lead.ts';
import { getScreening, saveScreening } from './operations/giving/screening-settings.ts';
import { whenContactsRevealedOftenTellSupervisor } from './reactions/when-contacts-revealed-often-tell-supervisor.ts';
import { whenLeadChangedTellFollowers } from './reactions/when-lead-changed-tell-followers.ts';
import { whenLeadAssignedTellOwner } from './reactions/when-lead-assigned-tell-owner.ts';
import { whenLeadToScreenTellScreener } from './reactions/when-lead-to-screen-tell-screener.ts';
import { whenLeadRecycledTellOwner } from './reactions/when-lead-recycled-tell-owner.ts';
import { leadParticipants } from './store/lead-participants.ts';
import { leadIdentities, searchableTexts } from './store/searchable-query.ts';
import { leadExport } from './store/lead-export.ts';

/** People who may become customers: taken in, judged, given out, followed up, converted. */
export const leads: Module = {
  name: 'leads',
  permissions: [
    'leads.read',
    'leads.create',
    'leads.update',
    'leads.followUp',
    'leads.reveal',
    'leads.delete',
    'leads.export',
    'leads.assign',
    'leads.screen',
    'leads.import',
    'leads.manageRules',
    'leads.claim',
    'leads.release',
  ],
  problems: protocol.leadsProblems,
  messages: { zh: { ...leadsZh, ...leadFieldsZh }, en: { ...leadsEn, ...leadFieldsEn } },
  recordKinds: [
    {
      kind: 'lead',
      chapter: 'leads',
      searchable: searchableTexts,
      identity: { version: duplicates.IDENTITY_VERSION, of: leadIdentities },
      editing: { table: 'leads', update: updateLead },
      merging: leadMerging,
    },
  ],
  clocks: leadClocks,
  participants: leadParticipants,
  constraints: {
    leads_pk: 'already_exists',
    lead_sources_pk: 'conflict',
    lead_source_texts_pk: 'conflict',
    lead_assignment_rules_pk: 'already_exists',
    lead_turns_pk: 'conflict',
    lead_gifts_pk: 'already_exists',
    lead_shares_pk: 'conflict',
    lead_screening_pk: 'conflict',
    lead_pools_pk: 'already_exists',
    lead_pools_default_key: 'conflict',
    lead_recycle_rules_pk: 'already_exists',
  },
  importKinds: [leadImports],
  reactions: [
    whenLeadChangedTellFollowers,
    whenLeadAssignedTellOwner,
    whenContactsRevealedOftenTellSupervisor,
    whenLeadRecycledTellOwner,
    whenCampaignNamedGiveItItsLeads,
    whenLeadToScreenTellScreener,
  ],
  notices: [
    { kind: 'leads.assigned', app: true, mail: true },
    { kind: 'leads.to_screen', app: true, mail: null },
    { kind: 'leads.revealed_often', app: true, mail: null },
    { kind: 'leads.recycle_ahead', app: true, mail: null },
    { kind: 'leads.recycled', app: true, mail: null },
  ],
  sweeps: [sweepEndedPauses, sweepRecycling],
  lists: [leadViews],
  ruleBooks: [intentBook, priorityBook, completenessBook],
  bulkKinds: [leadBulk],
  exportKinds: [leadExport],
  routes: [
    listLeads,
    findDuplicates,
    ...importRoutes(leadImports, {
      peek: protocol.peekImport,
      start: protocol.startImport,
    }),
    createLead,
    getLead,
    updateLead,
    recordFollowUp,
    assignLead,
    bulkLeads,
    pauseLead,
    resumeLead,
    invalidateLead,
    revealLead,
    listSources,
    unlistedSources,
    mapSource,
    describeStand,
    addCard,
    listTouches,
    addTouch,
    listAssignmentRules,
    saveAssignmentRules,
    tryAssignmentRules,
    simulateAssignment,
    assignmentFairness,
    listGifts,
    getScreening,
    saveScreening,
    passOnLead,
    screenOutLead,
    acceptLead,
    refuseLead,
    listPools,
    listPoolLeads,
    claimLead,
    returnLead,
    listPoolSettings,
    savePoolSettings,
    listRecycleRules,
    saveRecycleRules,
    tryRecycleRule,
    poolStatistics,
    listPoolMoves,
  ],
};
