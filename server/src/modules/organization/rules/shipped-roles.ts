import type { RoleKey, SeparatedRoleKey } from '@dealtrail/protocol/organization';
import type { Scope } from '@dealtrail/protocol/auth';

/** Name and grants of a role as an organisation starts with it (R102); the rows are the organisation's from then on. */
export interface ShippedRole {
  readonly key: RoleKey;
  readonly name: string;
  readonly grants: Readonly<Record<string, Scope>>;
}

/** A representative sees and works on what is theirs (R42). */
const selling: Record<string, Scope> = {
  'leads.read': 'own',
  'leads.create': 'own',
  'leads.update': 'own',
  'leads.followUp': 'own',
  'leads.reveal': 'own',
  'leads.delete': 'own',
  'leads.claim': 'all',
  'leads.release': 'own',
  'customers.read': 'own',
  'customers.create': 'own',
  'customers.update': 'own',
  'customers.reveal': 'own',
  'customers.delete': 'own',
  'opportunities.read': 'own',
  'opportunities.create': 'own',
  'opportunities.update': 'own',
  'opportunities.advance': 'own',
  'opportunities.close': 'own',
  'opportunities.followUp': 'own',
  'opportunities.delete': 'own',
  'insights.read': 'own',
};

const at = (grants: Record<string, Scope>, scope: Scope): Record<string, Scope> =>
  Object.fromEntries(Object.keys(grants).map((permission) => [permission, scope]));

const leading: Record<string, Scope> = {
  ...at(selling, 'tree'),
  // Nobody owns what lies in a pool; its members decide who claims.
  'leads.claim': 'all',
  'leads.assign': 'tree',
  'leads.import': 'tree',
  'leads.export': 'tree',
  'customers.assign': 'tree',
  'opportunities.assign': 'tree',
  'customers.export': 'tree',
  'opportunities.export': 'tree',
  'insights.export': 'tree',
  'opportunities.confirmInvalid': 'tree',
  'views.share': 'tree',
  'reviews.read': 'tree',
  'reviews.hold': 'tree',
};

const reading = (...chapters: string[]): Record<string, Scope> =>
  Object.fromEntries(chapters.map((chapter) => [`${chapter}.read`, 'all' as const]));

/** Whoever looks after the organisation sees its members and roles. */
const stewarding = { 'organization.read': 'all' } as const;

/** The role × permission matrix that ships; a supervisor reaches the department tree, an administrator everything. */
export const shippedRoles: readonly ShippedRole[] = [
  { key: 'representative', name: '销售代表', grants: selling },
  { key: 'supervisor', name: '主管', grants: leading },
  {
    key: 'sales_manager',
    name: '销售经理',
    grants: {
      ...leading,
      'activities.manageTemplates': 'all',
      'leads.manageRules': 'all',
      'campaigns.read': 'all',
      'campaigns.manage': 'all',
    },
  },
  {
    key: 'marketing',
    name: '市场',
    grants: {
      'leads.read': 'all',
      'leads.create': 'all',
      'leads.update': 'all',
      'leads.import': 'all',
      'leads.export': 'all',
      'leads.assign': 'all',
      'leads.screen': 'all',
      // Whoever screens a lead calls the customer; what others hold they do not see.
      'leads.reveal': 'own',
      'leads.manageRules': 'all',
      'campaigns.read': 'all',
      'campaigns.manage': 'all',
      'leads.claim': 'all',
      'leads.release': 'all',
      'insights.read': 'all',
      'insights.export': 'all',
      'views.share': 'all',
    },
  },
  {
    key: 'presales',
    name: '售前',
    grants: { ...reading('customers', 'opportunities'), 'opportunities.followUp': 'all' },
  },
  { key: 'commercial', name: '商务专员', grants: reading('customers', 'opportunities') },
  { key: 'legal', name: '法务', grants: reading('customers', 'opportunities') },
  {
    key: 'finance',
    name: '财务',
    grants: { ...reading('customers', 'opportunities', 'insights', 'campaigns'), 'insights.export': 'all' },
  },
  { key: 'product', name: '产品', grants: reading('opportunities') },
  { key: 'delivery', name: '交付', grants: reading('customers', 'opportunities') },
  {
    key: 'customer_success',
    name: '客户成功经理',
    grants: { ...reading('customers', 'opportunities'), 'customers.update': 'all', 'customers.reveal': 'own' },
  },
  {
    key: 'administrator',
    name: '管理员',
    grants: {
      ...at(leading, 'all'),
      ...stewarding,
      'leads.screen': 'all',
      'activities.manageTemplates': 'all',
      'leads.manageRules': 'all',
      'campaigns.read': 'all',
      'campaigns.manage': 'all',
      'organization.manage': 'all',
      'organization.manageRoles': 'all',
      'audit.read': 'all',
      'automation.manage': 'all',
      'records.purge': 'all',
    },
  },
];

/** One of the three offices of separated administration. */
export interface SeparatedRole extends Omit<ShippedRole, 'key'> {
  readonly key: SeparatedRoleKey;
}

/**
 * The second profile (等保, 三员分立): one keeps accounts and settings, one decides rights, one reads the log, and none
 * of them sees business. The one who decides rights gives others what they do not hold themselves.
 */
export const separatedRoles: readonly SeparatedRole[] = [
  { key: 'system_administrator', name: '系统管理员', grants: { ...stewarding, 'organization.manage': 'all' } },
  {
    key: 'security_administrator',
    name: '安全管理员',
    grants: { ...stewarding, 'organization.manageRoles': 'all', 'organization.grantBeyond': 'all' },
  },
  { key: 'audit_administrator', name: '审计管理员', grants: { ...stewarding, 'audit.read': 'all' } },
];

/** Name and grants of a role as it ships; undefined for one the organisation made. */
export function shippedRoleOf(key: string): Omit<ShippedRole, 'key'> | undefined {
  return [...shippedRoles, ...separatedRoles].find((role) => role.key === key);
}
