import { SeparatedRoleKey } from '@dealtrail/protocol/organization';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { ImportRun } from '../../../kernel/imports/import-kind.ts';
import { giverOf } from '../operations/grant-limits.ts';
import { beyondOwn, type Giver, type GrantMap } from '../rules/grants.ts';

interface NamedRole {
  readonly key: string;
  readonly name: string;
  readonly grants: GrantMap;
}

/** Who names no role becomes a representative: most members of a sales organisation are. */
const USUAL = 'representative';

/** The roles of the organisation by what people write into a cell: name, label in either language, or key. */
export class RoleWords {
  readonly #byWord = new Map<string, NamedRole>();
  readonly #giver: Giver;

  private constructor(roles: readonly NamedRole[], giver: Giver, labels: (key: string) => (string | undefined)[]) {
    this.#giver = giver;
    // A name the organisation gave counts more than a label of another role.
    for (const role of roles) {
      for (const word of [role.key, ...labels(role.key)]) if (word) this.#byWord.set(word.toLowerCase(), role);
    }
    for (const role of roles) this.#byWord.set(role.name.toLowerCase(), role);
  }

  static async read(tx: Tx, { actor, services }: ImportRun): Promise<RoleWords> {
    const roles = await tx.many(
      sql<NamedRole>`select key, name, grants from seen.roles where org_id = ${tx.orgId}::uuid`,
    );
    const { zh, en } = services.registry.messages;
    return new RoleWords(roles, await giverOf(tx, actor, false), (key) => [zh[`role.${key}`], en[`role.${key}`]]);
  }

  /** The keys of the roles a row names, or why they cannot be given. */
  keysOf(words: readonly string[]): { readonly keys: string[] } | { readonly rejected: Why[] } {
    const named = words.length === 0 ? [USUAL] : words;
    const roles = named.map((word) => ({ word, role: this.#byWord.get(word.toLowerCase()) }));
    const keys = [...new Set(roles.flatMap(({ role }) => role?.key ?? []))];
    const reason = (key: string, params: Why['params']): Why => ({ key: `organization.import.${key}`, params });
    const rejected = roles.flatMap(({ word, role }) => {
      if (!role) return [reason('role_unknown', { role: word.slice(0, 40) })];
      return beyondOwn(this.#giver, {}, role.grants).length > 0 ? [reason('role_beyond_own', { role: role.name })] : [];
    });
    if (keys.filter((key) => SeparatedRoleKey.safeParse(key).success).length > 1) {
      rejected.push({ key: 'problem.roles_exclusive', params: {} });
    }
    return rejected.length > 0 ? { rejected } : { keys };
  }
}
