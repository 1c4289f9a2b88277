/** Why a filter, sort or cursor was refused; a message key of the interface. */
export type RefusalReason =
  | 'malformed'
  | 'unknown_field'
  | 'field_not_allowed'
  | 'operator_not_offered'
  | 'not_sortable'
  | 'value_missing'
  | 'value_wrong_kind'
  | 'value_not_listed'
  | 'value_out_of_range';

/** A filter or sort that cannot be used: where (`all.0.value`, `sort`) and why. A problem of the asker, not a fault. */
export class FilterRefused extends Error {
  readonly path: string;
  readonly reason: RefusalReason;

  constructor(path: string, reason: RefusalReason) {
    super(`filter refused at ${path || 'its root'}: ${reason}`);
    this.name = 'FilterRefused';
    this.path = path;
    this.reason = reason;
  }
}
