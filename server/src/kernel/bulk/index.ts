export { bulkKind, type BulkBefore, type BulkOutcome, type BulkSubject } from './bulk-kind.ts';
export { bulkRoute } from './bulk-route.ts';
export { eachOnItsOwn } from './refuse-in-bulk.ts';
