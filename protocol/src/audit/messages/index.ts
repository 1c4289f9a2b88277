/** Chinese sentences of the audit. */
export const auditZh = {
  'problem.value_masked': '这个字段的旧值不完全可见，不能从这里恢复。',
  'problem.value_computed': '这个字段由系统计算或由专门的操作改变，不能从这里恢复。',
  'problem.value_refused': '旧值已不符合现在的规则，请手工修改。',
} as const;

/** English sentences of the audit. */
export const auditEn = {
  'problem.value_masked': 'The old value of this field is masked and cannot be put back from here.',
  'problem.value_computed': 'This field is computed or changed by a verb of its own and cannot be put back from here.',
  'problem.value_refused': 'The old value does not meet the rules of today; change it by hand.',
} as const satisfies Record<keyof typeof auditZh, string>;
