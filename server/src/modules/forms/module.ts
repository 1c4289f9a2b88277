import { formsProblems } from '@dealtrail/protocol/forms';
import { formsEn, formsZh } from '@dealtrail/protocol/forms/messages';
import type { Module } from '../../kernel/house/module.ts';
import { decideHeld, listHeld } from './operations/decide-held.ts';
import { listSubmissions } from './operations/list-submissions.ts';
import { createForm, listForms, updateForm } from './operations/manage-forms.ts';
import { describeForm, submitForm } from './operations/submit-form.ts';

/** Web forms: a channel by which visitors become leads. */
export const forms: Module = {
  name: 'forms',
  problems: formsProblems,
  messages: { zh: formsZh, en: formsEn },
  routes: [listForms, createForm, updateForm, listSubmissions, listHeld, decideHeld, describeForm, submitForm],
};
