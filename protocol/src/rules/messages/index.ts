/** Chinese sentences of rule books. */
export const rulesZh = {
  'problem.book_unknown': '没有这本规则。',
  'problem.rule_version_unknown': '没有这个版本，请刷新后再选。',
  'problem.book_without_trial': '这本规则没有可以试算的历史数据。',
  'rules.refused.outcome': '请填写这条规则的结果。',
  'rules.refused.condition': '这条规则的条件不能用，请检查字段和取值。',
  'rules.refused.twice': '两条规则的编号相同。',
  'rules.refused.last': '最后一条启用的规则不能有条件，这样每一条都有结果。',
  'rules.refused.settings': '请检查这些数值。',
  'rules.why.by': '规则“{rule}”',
  'rules.why.otherwise': '前面的规则都不符合',
} as const;

/** English sentences of rule books. */
export const rulesEn = {
  'problem.book_unknown': 'There is no such book of rules.',
  'problem.rule_version_unknown': 'There is no such version. Reload and choose again.',
  'problem.book_without_trial': 'These rules have no past records to be tried on.',
  'rules.refused.outcome': 'Fill in what this rule says.',
  'rules.refused.condition': 'The conditions of this rule cannot be used. Check fields and values.',
  'rules.refused.twice': 'Two rules have the same id.',
  'rules.refused.last': 'The last active rule must have no conditions, so that everything gets a result.',
  'rules.refused.settings': 'Check these numbers.',
  'rules.why.by': 'Rule “{rule}”',
  'rules.why.otherwise': 'None of the rules before it fits',
} as const satisfies Record<keyof typeof rulesZh, string>;
