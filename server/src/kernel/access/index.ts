export { type Actor, actsFor, may, reaches, reachesUnshared, scopeOf } from './actor.ts';
export { maskEmail, maskPhone } from './rules/mask.ts';
export type { ActorLoader, Credential } from './actor-loader.ts';
export type { Owned, ShareLevel, Standing, StoodFor } from './rules/reach.ts';
export { logExportedReveals, logReveal, revealsLeftQuery } from './reveal.ts';
export { visible } from './visible.ts';
export { visibleOfKinds } from './visible-kinds.ts';
