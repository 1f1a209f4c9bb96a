export { createDataSource } from './data-source.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { EmbeddedPostgres } from './embedded/embedded-postgres.js';
export { embeddedHome } from './embedded/home.js';
export { ensureRunTimeUser, migrate } from './migrate.js';
export { NetworkEntity } from './network-entity.js';
export { assertSafeRunTimeRole, UnsafeRunTimeRole } from './run-time-role.js';
export type { SqlExecutor } from './sql-executor.js';
