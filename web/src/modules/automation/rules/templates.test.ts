import { AutomationRule } from '@dealtrail/protocol/automation';
import { expect, test } from 'vitest';
import { ruleOf, templateNames } from './templates.ts';

test.each(templateNames)('the template %s is an automation the server takes', (name) => {
  const rule = ruleOf(name, '名称', '文字 {title}');
  expect(AutomationRule.parse(rule)).toEqual(rule);
  expect(JSON.stringify(rule.actions)).toContain('文字 {title}');
});
