import { expect, test } from 'vitest';
import { type MemberCells, prepareMember } from './member-row.ts';

const whole: MemberCells = {
  name: '周予安',
  email: 'Zhou@haichuan.test',
  mobile: '138 1234 5678',
  staffNumber: 'hc-007',
  department: '华东大区 / 上海一部',
  roles: '销售代表、主管',
  supervisor: '是',
  capacity: '80',
};

test('a row is read as a member', () => {
  expect(prepareMember(whole)).toEqual({
    values: {
      name: '周予安',
      email: 'zhou@haichuan.test',
      mobile: '+8613812345678',
      staffNumber: 'HC-007',
      department: ['华东大区', '上海一部'],
      roles: ['销售代表', '主管'],
      supervises: true,
      leadCapacity: 80,
    },
  });
});

test('name and address are enough', () => {
  expect(prepareMember({ name: '周予安', email: 'zhou@haichuan.test' })).toMatchObject({
    values: { mobile: null, department: [], roles: [], supervises: false, leadCapacity: null },
  });
});

test.each([
  [{ name: '' }, 'name_missing'],
  [{ email: '' }, 'email_missing'],
  [{ email: 'zhou@' }, 'email_invalid'],
  [{ mobile: '12345' }, 'mobile_invalid'],
  [{ staffNumber: '13812345678' }, 'staff_number_invalid'],
  [{ supervisor: '也许' }, 'supervisor_invalid'],
  [{ department: '' }, 'supervisor_of_nothing'],
  [{ capacity: '很多' }, 'capacity_invalid'],
  [{ capacity: '-1' }, 'capacity_invalid'],
  [{ department: 'a/'.repeat(11) }, 'department_invalid'],
])('a row with %j is rejected: %s', (cells, code) => {
  expect(prepareMember({ ...whole, ...cells })).toMatchObject({ rejected: [{ key: `organization.import.${code}` }] });
});
