/** Chinese sentences of saved views. */
export const viewsZh = {
  'problem.list_unknown': '没有这个列表。',
  'problem.sharing_not_allowed': '你只能把视图共享到自己管理的范围内。',
  'problem.too_many_views': '一个列表最多保存 {most} 个自己的视图，请先删除不用的。',
} as const;

/** English sentences of saved views. */
export const viewsEn = {
  'problem.list_unknown': 'There is no such list.',
  'problem.sharing_not_allowed': 'You can share views only within what you manage.',
  'problem.too_many_views': 'You can keep at most {most} views of a list. Delete one you no longer use.',
} as const satisfies Record<keyof typeof viewsZh, string>;
