/** Copy of the task centre's own settings in Chinese. */
export const zh = {
  'limits.title': '每人每天可导出的行数',
  'limits.note': '没有填写的角色按 {usual} 行；有多个角色的人按最多的算。',
  'limits.of': '{role}每天可导出的行数',
} as const;
