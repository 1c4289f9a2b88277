/** Chinese sentences of acts on many records. */
export const bulkZh = {
  'problem.bulk_not_undoable': '这次批量操作不能撤销：已撤销过、还没有完成，或超过 24 小时。',
  'problem.bulk_too_many': '一次最多改 {most} 条，请缩小筛选范围。',
  'problem.bulk_nothing': '没有选中任何记录。',
  'bulk.why.not_found': '已删除，或不在你的可见范围内',
  'bulk.why.not_allowed': '你没有权限修改',
  'bulk.why.changed_since': '之后又有人改过',
  'bulk.why.fault': '没有保存，请稍后再试',
} as const;

/** English sentences of acts on many records. */
export const bulkEn = {
  'problem.bulk_not_undoable':
    'This cannot be undone: it was undone already, is still running, or is over 24 hours old.',
  'problem.bulk_too_many': 'At most {most} records can be changed at once. Narrow the filter.',
  'problem.bulk_nothing': 'No record is selected.',
  'bulk.why.not_found': 'Deleted, or not visible to you',
  'bulk.why.not_allowed': 'You may not change it',
  'bulk.why.changed_since': 'Somebody changed it since',
  'bulk.why.fault': 'Not saved. Try again later',
} as const satisfies Record<keyof typeof bulkZh, string>;
