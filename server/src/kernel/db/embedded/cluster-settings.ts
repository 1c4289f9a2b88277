/**
 * Server settings of an embedded cluster, sized for 2 cores and 4 GB shared with the application. Written to
 * `dealtrail.conf` before each start and read before `postgresql.auto.conf`, so ALTER SYSTEM overrides them.
 */
export const CLUSTER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  // Reads come from the page cache; three I/O worker processes would cost 40 ms at each start.
  io_method: 'sync',
  min_wal_size: '256MB',
  max_wal_size: '1GB',
  checkpoint_completion_target: '0.9',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  // A file of a hundred thousand rows grows tables within a minute; the planner must not work with the counts of before.
  autovacuum_naptime: '10s',
  // Two cores serve many people; and parallel workers need more /dev/shm than the 64 MB a container gets.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // The application reports failed statements; their texts and values are customers' words and stay out of this log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** Gives up durability for speed: for clusters that a test run makes and throws away. */
export const THROWAWAY_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** The settings as the text of a PostgreSQL configuration file. */
export function settingsFile(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Rewritten at each start of Dealtrail; to change a setting use ALTER SYSTEM.\n${lines.join('\n')}\n`;
}
