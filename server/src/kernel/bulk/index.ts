export { actOnAll, type Changed, changedSince, type Chosen, eachOnItsOwn } from './act-on-all.ts';
export { bulkKind, type BulkBefore, type BulkOutcome, type BulkSubject } from './bulk-kind.ts';
export { bulkRoute } from './bulk-route.ts';
