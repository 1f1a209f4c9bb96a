import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Statements are few: the text of each is in the code. */
const names = new Map<string, string>();

/** On any connection of the pool, under a name, so that the server need not read and plan the statement again. */
export async function preparedCall<T>(dataSource: DataSource, text: string, values: readonly unknown[] = []): Promise<T> {
  // The driver of TypeORM for PostgreSQL keeps its pool there.
  const { master } = dataSource.driver as unknown as { master: Pool };
  const { rows } = await master.query({ name: nameOf(text), text, values: [...values] });
  return rows as T;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `wakachi_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}
