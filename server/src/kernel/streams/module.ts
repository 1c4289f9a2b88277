import type { Module } from '../house/module.ts';
import { openStream } from './open-stream.ts';

/** What happens, told live to who looks at it. */
export const streams: Module = { name: 'streams', routes: [openStream] };
