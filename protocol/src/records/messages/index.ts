import type { recordsZh } from './zh.ts';

export { recordsZh } from './zh.ts';

/** English sentences of what all records have. */
export const recordsEn = {
  'problem.share_without_effect':
    "{name}'s role does not use records of this kind and would not see it. Choose another colleague.",
  'problem.share_end_passed': 'The last day must be today or later.',
  'problem.share_limit_reached': '{name} already has {limit} records shared with them. End some first.',
  'problem.not_deletable': 'This record cannot be deleted now; see the reasons.',
  'problem.not_restorable': 'This record cannot be restored now; see the reasons.',
  'problem.not_mergeable': 'These two records cannot be merged.',
  'problem.merge_field_unknown': 'This field cannot be chosen in a merge.',
  'shareLevel.read': 'Can view',
  'shareLevel.write': 'Can view and follow up',
  'records.event.shared_read': '{by} shared this record with {to} to view',
  'records.event.shared_read_until': '{by} shared this record with {to} to view, until {until}',
  'records.event.shared_write': '{by} shared this record with {to} to view and follow up',
  'records.event.shared_write_until': '{by} shared this record with {to} to view and follow up, until {until}',
  'records.event.unshared': '{by} ended the share with {to}',
  'records.event.share_returned': '{by} left the share',
  'records.event.share_ended': 'The share with {to} ended on its last day',
  'records.event.deleted': '{by} moved this record to the recycle bin',
  'records.event.deleted_because': '{by} moved this record to the recycle bin: {reason}',
  'records.event.restored': '{by} restored this record from the recycle bin',
  'records.event.merged': '{by} merged {number} {title} into this record',
  'records.event.unmerged': '{by} took back the merge of {number} {title}',
  'records.notice.shared': '{by} shared {number} {title} with you ({levelEn})',
  'records.notice.shared_until': '{by} shared {number} {title} with you ({levelEn}) until {until}',
  'records.notice.shared_note': '{by} shared {number} {title} with you ({levelEn}): {note}',
  'records.notice.shared_until_note': '{by} shared {number} {title} with you ({levelEn}) until {until}: {note}',
  'records.along.clocks': 'Time limits that stop counting: {count}',
  'records.along.attachments': 'Files kept with the record: {count}',
  'records.along.shares': 'Shares kept with the record: {count}',
} as const satisfies Record<keyof typeof recordsZh, string>;
