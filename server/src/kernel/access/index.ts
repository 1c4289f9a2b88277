export { type Actor, may, type Owned, reaches, scopeOf } from './actor.ts';
export { maskEmail, maskPhone } from './rules/mask.ts';
export type { ActorLoader, Credential } from './actor-loader.ts';
export { logReveal } from './reveal.ts';
export { visible } from './visible.ts';
