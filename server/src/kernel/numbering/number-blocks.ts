import type { Pool } from 'pg';

/** Numbers one process takes at a time; a process that dies leaves at most this many unused (documented gaps). */
const BLOCK = 20;

interface Block {
  next: number;
  last: number;
}

/**
 * Hands out running numbers per organisation, kind and day from blocks taken in short transactions of their own, so
 * that no operation holds the counter until its commit. Numbers are unique; gaps happen; order never implies time.
 */
export class NumberBlocks {
  readonly #pool: Pool;
  readonly #blocks = new Map<string, Block>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The next `count` numbers of a series, from 1 up. */
  async take(orgId: string, kind: string, day: string, count: number): Promise<number[]> {
    const series = `${orgId} ${kind} ${day}`;
    const taken: number[] = [];
    while (taken.length < count) {
      const block = this.#blocks.get(series);
      if (block && block.next <= block.last) {
        taken.push(block.next);
        block.next += 1;
      } else {
        this.#keep(series, await this.#reserve(orgId, kind, day, Math.max(BLOCK, count - taken.length)));
      }
    }
    return taken;
  }

  #keep(series: string, block: Block): void {
    // Yesterday's blocks are of no more use.
    if (this.#blocks.size > 5_000) this.#blocks.clear();
    this.#blocks.set(series, block);
  }

  async #reserve(orgId: string, kind: string, day: string, size: number): Promise<Block> {
    const client = await this.#pool.connect();
    try {
      const flight = await Promise.all([
        client.query(`begin; set local app.org_id = '${orgId}'`),
        client.query({
          name: 'numbers_reserve',
          text: `insert into app.numbers as n (org_id, kind, day, next) values ($1, $2, $3, $4)
            on conflict on constraint numbers_pk do update set next = n.next + excluded.next returning next`,
          values: [orgId, kind, day, size],
        }),
        client.query('commit'),
      ]);
      const last = Number(flight[1].rows[0].next);
      client.release();
      return { next: last - size + 1, last };
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
