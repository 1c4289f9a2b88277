import { expect, test } from 'vitest';
import { salutation } from './salutation.ts';

test.each([
  ['王建国', '采购总监', '王总'],
  ['王建国', '副总经理', '王总'],
  ['李敏', 'CTO', '李总'],
  ['欧阳锋', '设备经理', '欧阳经理'],
  ['张伟', '高级工程师', '张工'],
  ['陈静', '实验室主任', '陈主任'],
  ['赵平', '教授', '赵教授'],
  ['孙丽', null, '孙丽'],
  ['孙丽', '采购', '孙丽'],
  ['周总', '总经理', '周总'],
  ['John Smith', 'Buyer', 'John Smith'],
  ['', '总监', undefined],
  [null, null, undefined],
])('%s, %s is called %s', (name, title, called) => expect(salutation(name, title)).toBe(called));
