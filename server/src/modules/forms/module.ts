import { formsProblems } from '@dealtrail/protocol/forms';
import { formsEn, formsZh } from '@dealtrail/protocol/forms/messages';
import type { Module } from '../../kernel/house/module.ts';
import { decideHeld, listHeld } from './operations/decide-held.ts';
import { sweepBodies } from './jobs/sweep-bodies.ts';
import { decidePost } from './operations/inbound/decide-post.ts';
import { listPosts, tryHook } from './operations/inbound/list-posts.ts';
import { createHook, listHooks, renewHook, updateHook } from './operations/inbound/manage-hooks.ts';
import { receivePost } from './operations/inbound/receive-post.ts';
import { listSubmissions } from './operations/list-submissions.ts';
import { createForm, listForms, updateForm } from './operations/manage-forms.ts';
import { describeForm, submitForm } from './operations/submit-form.ts';

/** Web forms and doors for other systems: channels by which visitors become leads. */
export const forms: Module = {
  name: 'forms',
  problems: formsProblems,
  messages: { zh: formsZh, en: formsEn },
  constraints: { inbound_hooks_pk: 'already_exists', inbound_hooks_token_key: 'conflict' },
  routes: [
    listForms,
    createForm,
    updateForm,
    listSubmissions,
    listHeld,
    decideHeld,
    describeForm,
    submitForm,
    listHooks,
    createHook,
    updateHook,
    renewHook,
    listPosts,
    tryHook,
    decidePost,
    receivePost,
  ],
  sweeps: [sweepBodies],
};
