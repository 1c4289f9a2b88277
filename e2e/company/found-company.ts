import { admin } from '../product/admin-command.ts';
import { type Call, type Colleague, enter, PASSWORD } from './colleague.ts';

/** Where the product runs and where an operator's commands reach it. */
export interface Product {
  readonly address: string;
  readonly directory: string;
}

/** Somebody to be invited. */
interface Invited {
  readonly name: string;
  readonly role: string;
  /** Name of a department; made when it is not there. */
  readonly department?: string;
  readonly supervises?: string;
}

/** An organisation of its own: its administrator, and its people by the key the story gave them. */
export type Company<Key extends string> = Record<Key, Colleague> & { readonly administrator: Colleague };

let serial = 0;

function address(key: string): string {
  serial += 1;
  return `${key}.${process.pid}.${serial}@chengyun.example`.toLowerCase();
}

/** Finds departments by name and makes those that are missing. */
function departmentsOf(call: Call): (name: string) => Promise<{ id: string; version: number }> {
  const known = new Map<string, Promise<{ id: string; version: number }>>();
  return (name) => {
    const found = known.get(name) ?? call<{ id: string; version: number }>('POST', '/departments', { name });
    known.set(name, found);
    return found;
  };
}

/** Founds an organisation with the operator's command; its people join by invitation, as everybody does. */
export async function foundCompany<Key extends string>(
  product: Product,
  name: string,
  people: Record<Key, Invited>,
): Promise<Company<Key>> {
  const email = address('admin');
  await admin(
    product.directory,
    ['create-organization', '--name', name, '--email', email, '--person', '管理员', '--password-stdin'],
    `${PASSWORD}\n`,
  );
  const administrator = await enter(product.address, '/session', { identifier: email, password: PASSWORD });
  const departmentAt = departmentsOf(administrator.call);
  const joined: [string, Colleague][] = [];
  for (const [key, person] of Object.entries(people) as [Key, Invited][]) {
    const departmentId = person.department ? (await departmentAt(person.department)).id : null;
    const own = address(key);
    const { link } = await administrator.call<{ link: string }>('POST', '/invitations', {
      name: person.name,
      email: own,
      departmentId,
      roleKeys: [person.role],
    });
    const colleague = await enter(product.address, '/invitations/accept', {
      token: new URL(link).hash.slice(1),
      name: person.name,
      email: own,
      password: PASSWORD,
    });
    if (person.supervises) {
      const { id, version } = await departmentAt(person.supervises);
      await administrator.call('PATCH', `/departments/${id}`, { version, supervisorId: colleague.memberId });
    }
    joined.push([key, colleague]);
  }
  return { ...(Object.fromEntries(joined) as Record<Key, Colleague>), administrator };
}
