import { demo } from './demo/module.ts';
import { attachments } from './kernel/attachments/module.ts';
import { audit } from './kernel/audit/module.ts';
import { auth } from './kernel/auth/module.ts';
import { bulk } from './kernel/bulk/module.ts';
import { calendar } from './kernel/calendar/module.ts';
import { clocks } from './kernel/clocks/module.ts';
import { exports } from './kernel/exports/module.ts';
import { health } from './kernel/health/module.ts';
import type { Module } from './kernel/house/module.ts';
import { idempotency } from './kernel/idempotency/module.ts';
import { imports } from './kernel/imports/module.ts';
import { jobs } from './kernel/jobs/module.ts';
import { mail } from './kernel/mail/module.ts';
import { notifications } from './kernel/notifications/module.ts';
import { records } from './kernel/records/module.ts';
import { rules } from './kernel/rule-books/module.ts';
import { search } from './kernel/search/module.ts';
import { streams } from './kernel/streams/module.ts';
import { views } from './kernel/views/module.ts';
import { activities } from './modules/activities/module.ts';
import { automation } from './modules/automation/module.ts';
import { campaigns } from './modules/campaigns/module.ts';
import { customers } from './modules/customers/module.ts';
import { forms } from './modules/forms/module.ts';
import { insights } from './modules/insights/module.ts';
import { leads } from './modules/leads/module.ts';
import { opportunities } from './modules/opportunities/module.ts';
import { organization } from './modules/organization/module.ts';
import { reviews } from './modules/reviews/module.ts';

/** The chapters in their order: a later one may use an earlier one's face, never the reverse. */
export const house: readonly Module[] = [
  health,
  auth,
  audit,
  records,
  calendar,
  clocks,
  streams,
  notifications,
  mail,
  jobs,
  attachments,
  search,
  views,
  rules,
  bulk,
  imports,
  exports,
  idempotency,
  organization,
  activities,
  campaigns,
  customers,
  leads,
  forms,
  opportunities,
  insights,
  automation,
  reviews,
  demo,
];
