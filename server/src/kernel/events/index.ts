export { type Facts, react, readFacts } from './react.ts';
export { type Carry, type ReactionJob, relayEvents } from './relay.ts';
