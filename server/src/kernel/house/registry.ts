import { kernelProblems } from '@dealtrail/protocol/kernel';
import { kernelEn, kernelZh } from '@dealtrail/protocol/kernel/messages';
import { named } from '../clocks/rules/policy-words.ts';
import type { Route } from '../http/handle.ts';
import type { Module, Registry } from './module.ts';
import type { Participant } from './participant.ts';

function byName<Item>(what: string, items: readonly { name: string; item: Item }[]): Map<string, Item> {
  const map = new Map<string, Item>();
  for (const { name, item } of items) {
    if (map.has(name)) throw new Error(`${what} ${name} is there twice`);
    map.set(name, item);
  }
  return map;
}

function checkRoutes(modules: readonly Module[], routes: readonly Route[]): void {
  const granted = new Set(['public', 'member', ...modules.flatMap((module) => module.permissions ?? [])]);
  const statuses = { ...kernelProblems, ...Object.assign({}, ...modules.map((module) => module.problems ?? {})) };
  byName(
    'operation',
    routes.map((route) => ({ name: route.operation.id, item: route })),
  );
  byName(
    'path',
    routes.map((route) => ({ name: `${route.operation.method} ${route.operation.path}`, item: route })),
  );
  for (const { operation } of routes) {
    if (!granted.has(operation.permission))
      throw new Error(`${operation.id} asks for ${operation.permission}, which no chapter declares`);
    for (const code of operation.problems)
      if (!(code in statuses)) throw new Error(`${operation.id} names the unknown problem ${code}`);
  }
}

function participantsOf(modules: readonly Module[]): Participant[] {
  const all = modules.flatMap((module) => [...(module.participants ?? [])]);
  for (const kind of ['delete', 'merge'] as const) {
    const ofKind = all.filter((part) => part.kind === kind);
    byName(
      `participant in ${kind}`,
      ofKind.map((item) => ({ name: item.name, item })),
    );
  }
  return all;
}

/** What exactly one chapter must bring. */
function theOne<Item>(what: string, items: readonly (Item | undefined)[]): Item {
  const [only, ...others] = items.filter((item): item is Item & {} => item !== undefined);
  if (!only || others.length > 0)
    throw new Error(`exactly one chapter must tell ${what}, ${only ? others.length + 1 : 0} do`);
  return only;
}

/** Address of a record's page below the product's own; null for a kind without one. */
export function pageOfRecord(registry: Pick<Registry, 'kinds'>, kind: string | null, id: string | null): string | null {
  // Imports and exports are no records of a chapter; they stand in the task centre.
  if (id && (kind === 'import' || kind === 'export')) return `/transfers/${id}`;
  const chapter = registry.kinds.get(kind ?? '')?.chapter;
  return chapter && id ? `/${chapter}/${id}` : null;
}

/** What the chapters bring of one sort, by name; a name stands once. */
function gathered<Item>(
  what: string,
  modules: readonly Module[],
  brought: (module: Module) => readonly [string, Item][],
): Map<string, Item> {
  return byName(
    what,
    modules.flatMap(brought).map(([name, item]) => ({ name, item })),
  );
}

/** Joins what the chapters bring. Throws at start-up when something is missing, there twice, or asks for the unknown. */
export function assemble(modules: readonly Module[]): Registry {
  const routes = modules.flatMap((module) => [...module.routes]);
  checkRoutes(modules, routes);
  const merge = <Value>(pick: (module: Module) => Readonly<Record<string, Value>> | undefined): Record<string, Value> =>
    Object.assign({}, ...modules.map((module) => pick(module) ?? {}));
  const messages = {
    zh: { ...kernelZh, ...merge((module) => module.messages?.zh) },
    en: { ...kernelEn, ...merge((module) => module.messages?.en) },
  };
  return {
    modules,
    routes,
    kinds: gathered('record kind', modules, (m) => (m.recordKinds ?? []).map((item) => [item.kind, item])),
    policies: gathered('clock policy', modules, (m) =>
      (m.clocks ?? []).map((item) => [item.key, named(item, messages)]),
    ),
    reactions: gathered('reaction', modules, (m) => (m.reactions ?? []).map((item) => [item.name, item])),
    sweeps: [...gathered('sweep', modules, (m) => (m.sweeps ?? []).map((item) => [item.name, item])).values()],
    exportKinds: gathered('export kind', modules, (m) => (m.exportKinds ?? []).map((item) => [item.kind, item])),
    importKinds: gathered('import kind', modules, (m) => (m.importKinds ?? []).map((item) => [item.kind, item])),
    participants: participantsOf(modules),
    bulkKinds: gathered('bulk kind', modules, (m) => (m.bulkKinds ?? []).map((item) => [item.kind, item])),
    lists: gathered('list', modules, (m) => (m.lists ?? []).map((item) => [item.list.list, item])),
    ruleBooks: gathered('rule book', modules, (m) => (m.ruleBooks ?? []).map((item) => [item.key, item])),
    notices: gathered('notice', modules, (m) => (m.notices ?? []).map((item) => [item.kind, item])),
    actors: theOne(
      'who acts',
      modules.map((module) => module.actors),
    ),
    people: theOne(
      'who is who',
      modules.map((module) => module.people),
    ),
    statuses: { ...kernelProblems, ...merge((module) => module.problems) },
    messages,
    constraints: merge((module) => module.constraints),
  };
}
