import { defineTable } from '../../kernel/db/index.ts';

interface CustomerTable {
  orgId: string;
  id: string;
  name: string;
  industry: string | null;
  region: string | null;
  province: string | null;
  city: string | null;
  dealState: 'none' | 'won' | 'repeat';
  /** Signed contracts so far; the deal state follows it. */
  signings: number;
  ownerId: string | null;
  departmentId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

interface ContactTable {
  orgId: string;
  id: string;
  customerId: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  createdAt: Date;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    customers: CustomerTable;
    contacts: ContactTable;
  }
}

export const customersTable = defineTable({ name: 'customers', key: ['id'], versioned: true, auditedBy: 'id' });
export const contactsTable = defineTable({
  name: 'contacts',
  key: ['id'],
  versioned: true,
  auditedBy: 'customerId',
  classes: { phone: 'contact', email: 'contact', wechat: 'contact' },
});
