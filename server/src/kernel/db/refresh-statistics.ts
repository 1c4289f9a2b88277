import type { Tx } from './tx.ts';

/** Tells the planner how large the tables are that a file has just filled, rows of this transaction included. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.run({ text: 'select app.refresh_statistics()', values: [], name: 'refresh_statistics' });
}
