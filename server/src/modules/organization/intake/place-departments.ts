import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { insertDepartment } from '../store/department-store.ts';

interface Node {
  id: string;
  name: string;
  parentId: string | null;
  supervisorId: string | null;
}

/** The open departments by their path; missing ones are made where a row names them. */
export class DepartmentPaths {
  readonly #tx: Tx;
  readonly #nodes: Node[];

  private constructor(tx: Tx, nodes: Node[]) {
    this.#tx = tx;
    this.#nodes = nodes;
  }

  static async read(tx: Tx): Promise<DepartmentPaths> {
    const nodes = await tx.many(sql<Node>`
      select id, name, parent_id, supervisor_id from seen.departments
      where org_id = ${tx.orgId}::uuid and closed_at is null order by position, id`);
    return new DepartmentPaths(tx, nodes);
  }

  /** The department at a path from the top down, whatever the case; null for the empty path. */
  async at(path: readonly string[]): Promise<Node | null> {
    let above: Node | null = null;
    for (const name of path) above = this.#below(above, name) ?? (await this.#make(above, name));
    return above;
  }

  #below(above: Node | null, name: string): Node | undefined {
    const parentId = above?.id ?? null;
    return this.#nodes.find((node) => node.parentId === parentId && node.name.toLowerCase() === name.toLowerCase());
  }

  async #make(above: Node | null, name: string): Promise<Node> {
    const made = { id: this.#tx.time.newId(), name, parentId: above?.id ?? null, supervisorId: null };
    await insertDepartment(this.#tx, made);
    this.#nodes.push(made);
    return made;
  }
}
