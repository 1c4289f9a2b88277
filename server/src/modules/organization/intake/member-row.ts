import type { Why } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import { mobileOf, staffNumberOf } from '../../../kernel/auth/rules/identifier.ts';
import type { ImportField } from '../../../kernel/imports/import-kind.ts';

const field = (name: keyof MemberCells, aliases: string): ImportField => ({ name, aliases: aliases.split('|') });

/** The cells of one row, by field. */
export interface MemberCells {
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly staffNumber?: string;
  readonly department?: string;
  readonly roles?: string;
  readonly supervisor?: string;
  readonly capacity?: string;
}

/** Fields of a member that a column may be mapped to, with the headings people use; the first is the template's. */
export const memberFields: readonly ImportField[] = [
  field('name', '姓名|成员姓名|员工姓名|名字|Name|Full Name|Member'),
  field('email', '邮箱|电子邮箱|电子邮件|工作邮箱|Email|E-mail|Mail|Work Email'),
  field('mobile', '手机号|手机|手机号码|联系电话|电话|Mobile|Phone|Mobile Phone'),
  field('staffNumber', '工号|员工编号|员工号|Staff Number|Employee ID|Employee Number'),
  field('department', '部门|部门路径|所属部门|组织|Department|Department Path|Team'),
  field('roles', '角色|岗位角色|Role|Roles'),
  field('supervisor', '是否主管|部门主管|主管|负责人|Supervisor|Is Supervisor|Manager'),
  field('capacity', '线索上限|线索容量|容量|Lead Capacity|Capacity'),
];

/** A row that can be taken in; blanks are null, roles as they are written. */
export interface MemberRow {
  readonly name: string;
  readonly email: string;
  readonly mobile: string | null;
  readonly staffNumber: string | null;
  /** From the top down; empty: of no department. */
  readonly department: readonly string[];
  readonly roles: readonly string[];
  readonly supervises: boolean;
  readonly leadCapacity: number | null;
}

const LONGEST_PATH = 10;
const LONGEST_NAME = 80;
const MOST_LEADS = 100_000;

const yes = new Set(['是', 'y', 'yes', 'true', '1', '主管', '√', '✓']);
const no = new Set(['', '否', 'n', 'no', 'false', '0', '不是']);

const Email = z.email().toLowerCase().max(254);

const reason = (key: string, cell = ''): Why => ({
  key: `organization.import.${key}`,
  params: cell === '' ? {} : { cell: cell.slice(0, 40) },
});

/** A cell that may be blank: null then, undefined where it cannot be read. */
function optional<Value>(
  cell: string | undefined,
  read: (cell: string) => Value | undefined,
): Value | null | undefined {
  return cell === undefined || cell === '' ? null : read(cell);
}

function capacityOf(cell: string): number | undefined {
  return /^\d{1,6}$/.test(cell) && Number(cell) <= MOST_LEADS ? Number(cell) : undefined;
}

function partsOf(cell: string | undefined, by: RegExp): string[] {
  return (cell ?? '').split(by).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** Reads the cells of one row; whatever cannot be read is told at once, never guessed. */
export function prepareMember(
  cells: MemberCells,
): { readonly values: MemberRow } | { readonly rejected: readonly Why[] } {
  const { name = '', email = '', supervisor = '' } = cells;
  const address = Email.safeParse(email);
  const mobile = optional(cells.mobile, mobileOf);
  const staffNumber = optional(cells.staffNumber, staffNumberOf);
  const leadCapacity = optional(cells.capacity, capacityOf);
  const department = partsOf(cells.department, /[/／>＞\\]/);
  const said = supervisor.toLowerCase();
  const deep = department.length > LONGEST_PATH || department.some((part) => part.length > LONGEST_NAME);
  const rejected = [
    ...(name === '' ? [reason('name_missing')] : []),
    ...(name.length > LONGEST_NAME ? [reason('name_too_long')] : []),
    ...(address.success ? [] : [reason(email === '' ? 'email_missing' : 'email_invalid', email)]),
    ...(mobile === undefined ? [reason('mobile_invalid', cells.mobile)] : []),
    ...(staffNumber === undefined ? [reason('staff_number_invalid', cells.staffNumber)] : []),
    ...(leadCapacity === undefined ? [reason('capacity_invalid', cells.capacity)] : []),
    ...(yes.has(said) || no.has(said) ? [] : [reason('supervisor_invalid', supervisor)]),
    ...(yes.has(said) && department.length === 0 ? [reason('supervisor_of_nothing')] : []),
    ...(deep ? [reason('department_invalid', cells.department)] : []),
  ];
  if (rejected.length > 0 || !address.success) return { rejected };
  return {
    values: {
      name,
      email: address.data,
      mobile: mobile ?? null,
      staffNumber: staffNumber ?? null,
      department,
      roles: partsOf(cells.roles, /[,，、;；|]/),
      supervises: yes.has(said),
      leadCapacity: leadCapacity ?? null,
    },
  };
}
