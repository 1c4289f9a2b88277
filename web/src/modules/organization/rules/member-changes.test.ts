import type { Member } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { chosenRoles, isAbsent, memberChanges, typedMember } from './member-changes.ts';

const member: Member = {
  id: 'm',
  name: '周予安',
  email: 'zhou@example.com',
  mobile: '+8613812345678',
  staffNumber: null,
  departmentId: 'e2',
  departmentName: '华东二组',
  roleKeys: ['representative', 'supervisor'],
  active: true,
  joined: true,
  leadCapacity: 40,
  skills: ['医疗'],
  absentFrom: null,
  absentUntil: null,
  locale: null,
  version: 3,
};

test('a form opened and saved changes nothing', () => {
  expect(memberChanges(typedMember(member), member)).toEqual({});
});

test('the order of roles is no change, another role is one', () => {
  const typed = typedMember(member);
  expect(chosenRoles({ ...typed, roleKeys: ['supervisor', 'representative'] }, member)).toBeUndefined();
  expect(chosenRoles({ ...typed, roleKeys: ['supervisor'] }, member)).toEqual(['supervisor']);
});

test('an emptied field is cleared, not forgotten', () => {
  const { leadCapacity: _, departmentId: __, ...rest } = typedMember(member);
  expect(memberChanges({ ...rest, name: ' 周予安 ' }, member)).toEqual({ leadCapacity: null, departmentId: null });
});

test("a language of one's own is sent, and taken back", () => {
  const typed = typedMember(member);
  expect(memberChanges({ ...typed, locale: 'en' }, member)).toEqual({ locale: 'en' });
  expect(memberChanges(typed, { ...member, locale: 'en' })).toEqual({ locale: null });
});

test('the order of skills is no change, another skill is one', () => {
  const typed = typedMember({ ...member, skills: ['医疗', '英语'] });
  expect(memberChanges(typed, { ...member, skills: ['英语', '医疗'] })).toEqual({});
  expect(memberChanges(typed, member)).toEqual({ skills: ['医疗', '英语'] });
});

test('an emptied mobile number is taken away', () => {
  expect(memberChanges({ ...typedMember(member), mobile: '' }, member)).toEqual({ mobile: null });
});

test('who is made inactive is sent so', () => {
  expect(memberChanges({ ...typedMember(member), active: false }, member)).toEqual({ active: false });
});

test.each([
  [null, null, false],
  ['2026-03-16', '2026-03-20', true],
  ['2026-03-18', '2026-03-18', true],
  ['2026-03-19', null, false],
  ['2026-03-01', null, true],
  ['2026-03-01', '2026-03-17', false],
])('absent from %s until %s: on 2026-03-18 away is %s', (absentFrom, absentUntil, away) => {
  expect(isAbsent({ absentFrom, absentUntil }, '2026-03-18')).toBe(away);
});
