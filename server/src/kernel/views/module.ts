import { viewsProblems } from '@dealtrail/protocol/views';
import { viewsEn, viewsZh } from '@dealtrail/protocol/views/messages';
import type { Module } from '../house/module.ts';
import { arrangeViews, listViews } from './list-views.ts';
import { createView, removeView, updateView } from './save-view.ts';

/** Ways of looking at lists, kept and shared; the chapters bring the lists. */
export const views: Module = {
  name: 'views',
  permissions: ['views.share'],
  problems: viewsProblems,
  messages: { zh: viewsZh, en: viewsEn },
  constraints: { views_pk: 'already_exists' },
  routes: [listViews, createView, updateView, removeView, arrangeViews],
};
