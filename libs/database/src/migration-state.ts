import { MIGRATIONS } from './migrations/index.js';
import type { SqlExecutor } from './sql-executor.js';

export interface MigrationState {
  /** Of this build, not in the database. */
  readonly missing: readonly string[];
  /** In the database, not of this build: a newer one has been there. */
  readonly unknown: readonly string[];
}

export async function migrationState(executor: SqlExecutor): Promise<MigrationState> {
  const applied = (await executor.query<{ name: string }[]>('SELECT name FROM public.migrations')).map(({ name }) => name);
  const ours = MIGRATIONS.map((migration) => new migration().name);
  return { missing: ours.filter((name) => !applied.includes(name)), unknown: applied.filter((name) => !ours.includes(name)) };
}
