import { totalmem } from 'node:os'
import type { ServerSettings } from './server.ts'

/**
 * Modest when idle, quick when busy. What stays at PostgreSQL's default is durability: fsync, full page writes and
 * synchronous commit are on.
 */
export function embeddedSettings(): ServerSettings {
  const memory = Math.floor(totalmem() / 2 ** 20)
  return {
    timezone: 'UTC',
    log_timezone: 'UTC',
    unix_socket_permissions: '0700',
    max_connections: 100,
    superuser_reserved_connections: 5,
    // Shared memory is taken as it is used, so an idle desk stays small on a large machine too.
    shared_buffers: `${between(64, memory / 32, 512)}MB`,
    effective_cache_size: `${between(256, memory / 4, 8192)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    huge_pages: 'off',
    random_page_cost: 1.1,
    jit: 'off',
    // Its worker processes cost memory and gain nothing on one local disk.
    io_method: 'sync',
    max_logical_replication_workers: 0,
    max_wal_size: '1GB',
    checkpoint_completion_target: 0.9,
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    log_min_error_statement: 'panic',
  }
}

function between(least: number, wanted: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, wanted)))
}
