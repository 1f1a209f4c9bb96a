import { createDataSource, Database } from '@wakachi/database';
import type { Bilingual } from '@wakachi/kernel';
import { EXIT } from './exit.js';
import { Failure } from './failure.js';

const UNREACHABLE = {
  ja: 'データベース（DATABASE_URL）に接続できません',
  en: 'the database (DATABASE_URL) cannot be reached',
};

/** Works on the database of DATABASE_URL, with one connection. */
export async function withDatabase<T>(usage: Bilingual, work: (db: Database) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url } = process.env;
  if (!url) throw new Failure(EXIT.usage, usage);
  const db = new Database(createDataSource({ url, entities: [], poolSize: 1 }));
  await db.dataSource.initialize().catch((error: Error) => {
    throw new Failure(EXIT.unavailable, UNREACHABLE, error.message);
  });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
