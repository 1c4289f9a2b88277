import { rulesProblems } from '@dealtrail/protocol/rules';
import { rulesEn, rulesZh } from '@dealtrail/protocol/rules/messages';
import type { Module } from '../house/module.ts';
import { countBook, getBook, listBooks, listVersions } from './operations/read-books.ts';
import { restoreVersion, saveBook } from './operations/save-book.ts';
import { tryBook } from './operations/try-book.ts';

/** Books of ordered rules, kept in versions and tried before they hold; the chapters bring the books. */
export const rules: Module = {
  name: 'rules',
  problems: rulesProblems,
  messages: { zh: rulesZh, en: rulesEn },
  constraints: { rule_versions_version_key: 'conflict', rule_versions_pk: 'conflict' },
  routes: [listBooks, getBook, saveBook, listVersions, restoreVersion, countBook, tryBook],
};
