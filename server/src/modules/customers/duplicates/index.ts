export { companiesConflict } from '../rules/identity/companies-conflict.ts';
export { IDENTITY_VERSION } from '../rules/identity/identity-version.ts';
export { isMobile } from '../rules/identity/phone-lines.ts';
export { judgePair } from '../rules/identity/judge-pair.ts';
export {
  findingKinds,
  type IdentityKey,
  keysOf,
  matchKeysOf,
  type Party,
  probesOf,
} from '../rules/identity/party.ts';
export { matcher, surestFirst } from '../rules/identity/probe-order.ts';
export { applyDuplicateRules, placesFor } from '../rules/duplicate-rules.ts';
export { candidateQuery } from '../store/candidate-query.ts';
export { readDuplicateRules } from '../store/duplicate-rule-store.ts';
export { findHits } from './find-hits.ts';
export { type JudgedHit, judgeCandidates } from './judge-candidates.ts';
export { refuseDuplicates } from './refuse-duplicates.ts';
export { presentHit, tellDuplicates } from './tell-duplicates.ts';
