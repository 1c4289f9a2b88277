export { takeIn } from './intake/take-in.ts';
export { refuseClosedLead } from './lead-states.ts';
export { lockForConversion, markConverted, markQualified, nameOfLead } from './operations/convert-lead.ts';
export { giveByRules } from './operations/giving/give-by-rules.ts';
export { type LeadBrief, leadBriefsQuery, leadWorth } from './store/lead-brief.ts';
export { hideContacts } from './rules/pools/hide-contacts.ts';
export { leadList } from './store/lead-list.ts';
export { sourceMapOf, sourceName, sourcesQuery } from './store/source-store.ts';
export { leadTriggers } from './triggers.ts';
