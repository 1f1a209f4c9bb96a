import { randomBytes } from 'node:crypto';
import { EmbeddedPostgres, embeddedHome, ensureRunTimeUser, lockInstance } from '@wakachi/database';
import { migrateAll } from '@wakachi/platform';
import { projectRoot } from './project-root.js';

export interface OpenedDatabase {
  /** The ordinary role that the application runs as. */
  readonly url: string;
  /** Stops what was started here, if anything was. */
  close(): Promise<void>;
}

const RUN_TIME_USER = 'wakachi';

/**
 * The database of DATABASE_URL, migrated when DATABASE_OWNER_URL is given too; without them the embedded PostgreSQL.
 * Throws AlreadyRunning.
 */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<OpenedDatabase> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = env;
  if (url) {
    if (ownerUrl) await migrateAll(ownerUrl, decodeURIComponent(new URL(url).username));
    return { url, close: () => Promise.resolve() };
  }
  const home = await embeddedHome(projectRoot);
  const unlock = await lockInstance(home);
  try {
    const server = await EmbeddedPostgres.start({ home });
    const owner = server.ownerUrl();
    // A password for each start: nobody has to keep one.
    const password = randomBytes(18).toString('base64url');
    await ensureRunTimeUser(owner, RUN_TIME_USER, password);
    await migrateAll(owner, RUN_TIME_USER);
    const close = async () => {
      await server.stop();
      await unlock();
    };
    return { url: `postgres://${RUN_TIME_USER}:${password}@127.0.0.1:${server.port}/postgres`, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}
