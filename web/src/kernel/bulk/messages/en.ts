import type { zh } from './zh.ts';

/** Words of acts on many records in English. */
export const en = {
  'bulk.next': 'Next: preview',
  'bulk.back': 'Back',
  'bulk.preview': '{total} selected, {changed} of them will change.',
  'bulk.start': 'Change {count}',
  'bulk.running': 'Changing: {done} / {total}',
  'bulk.goesOn': 'You may close this window; it goes on in the background.',
  'bulk.done': '{changed} of {total} changed',
  'bulk.undone': '{changed} of {total} undone',
  'bulk.failed': 'Not all done: {changed} of {total} changed',
  'bulk.refused': '{count} {count, stays as it is|stay as they are}',
  'bulk.reason': '{why}: {count}.',
  'bulk.undo': 'Undo',
  'bulk.close': 'Done',
  'bulk.delete': 'Delete',
  'bulk.delete.title': 'Delete selected records',
  'bulk.delete.preview':
    '{total} selected; {count} {count, goes|go} to the recycle bin and can be restored for {days} {days, day|days}.',
  'bulk.delete.none': '{total} selected; none of them can be deleted now.',
  'bulk.delete.along': 'Along with them:',
  'bulk.delete.reason': 'Reason (optional)',
  'bulk.delete.start': 'Delete {count}',
  'bulk.delete.done': '{count} moved to the recycle bin',
  'bulk.delete.undone': '{count} restored',
  'bulk.delete.tooMany': 'At most {most} can be deleted at once. Narrow the filter or select fewer.',
  'bulk.delete.why.not_allowed': 'You may not delete them',
  'bulk.delete.why.gone': 'No longer there',
} as const satisfies Record<keyof typeof zh, string>;
