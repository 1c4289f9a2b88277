import type { Module } from '../house/module.ts';
import { sweepMails } from './sweep-mails.ts';

/** Mail on its way out. */
export const mail: Module = { name: 'mail', routes: [], sweeps: [sweepMails] };
