import * as protocol from '@dealtrail/protocol/organization';
import type { Registry } from '../../../kernel/house/module.ts';
import { handleRead } from '../../../kernel/http/handle.ts';
import { permissionName } from '../rules/permission-catalogue.ts';

/** Order in which objects are read: as the sale runs; what a later chapter brings follows in the order of the house. */
const order = ['leads', 'customers', 'opportunities', 'insights'];
const last = ['organization', 'audit'];

/** Every permission the chapters declare. */
export function declaredPermissions(registry: Registry): ReadonlySet<string> {
  return new Set(registry.modules.flatMap((module) => module.permissions ?? []));
}

function labelOf({ messages }: Registry, key: string): { zh: string; en: string } {
  const name = key.slice(key.indexOf('.') + 1);
  return { zh: messages.zh[key] ?? name, en: messages.en[key] ?? name };
}

function place(object: string, objects: readonly string[]): number {
  if (order.includes(object)) return order.indexOf(object);
  return order.length + (last.includes(object) ? objects.length + last.indexOf(object) : objects.indexOf(object));
}

/** Every permission of the house with its label, so that a later chapter's appear in the matrix by themselves. */
export const listPermissions = handleRead(protocol.listPermissions, async ({ services: { registry } }) => {
  const items = [...declaredPermissions(registry)].map((permission) => ({
    ...permissionName(permission),
    label: labelOf(registry, `permission.${permission}`),
  }));
  const objects = [...new Set(items.map(({ object }) => object))];
  return {
    items,
    objects: objects
      .toSorted((one, other) => place(one, objects) - place(other, objects))
      .map((object) => ({ object, label: labelOf(registry, `object.${object}`) })),
  };
});
