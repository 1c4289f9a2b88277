import { jobsProblems } from '@dealtrail/protocol/jobs';
import { jobsEn, jobsZh } from '@dealtrail/protocol/jobs/messages';
import type { Module } from '../house/module.ts';
import { listDeadLetters, runDeadLetter, setAsideDeadLetter } from './operations/dead-letters.ts';
import { listMails, retryMails } from './operations/mails.ts';
import { overview } from './operations/overview.ts';

/** The work behind the pages, where people can see and mend it. */
export const jobs: Module = {
  name: 'jobs',
  problems: jobsProblems,
  messages: { zh: jobsZh, en: jobsEn },
  constraints: { dead_letters_job_key: 'conflict' },
  routes: [overview, listDeadLetters, runDeadLetter, setAsideDeadLetter, listMails, retryMails],
};
