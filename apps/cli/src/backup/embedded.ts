import { fileURLToPath } from 'node:url';
import { AlreadyRunning, copyIn, copyOut, EmbeddedPostgres, embeddedHome, holdsDatabase, lockInstance } from '@wakachi/database';
import type { Bilingual } from '@wakachi/kernel';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import { whatDoesNotHold } from './checks.js';
import { connected } from './connect.js';
import { type Manifest, readIsolation, type Survey, writeIsolation } from './manifest.js';
import { messages } from './messages.js';
import { isolation, survey } from './survey.js';

/** From dist/apps/cli/src/backup/. */
const projectRoot = fileURLToPath(new URL('../../../../../', import.meta.url));

/**
 * The embedded server has no pg_dump beside it, so its folder is copied while it is stopped: the one copy of a server's files
 * that is whole by itself.
 */
export async function copyEmbedded(folder: string): Promise<Survey> {
  const home = await embeddedHome(projectRoot);
  return locked(home, async () => {
    if (!(await holdsDatabase(home))) throw new Failure(EXIT.noInput, messages('home-empty'), home);
    const found = await onServer(home, (url) =>
      connected(url, async (client) => {
        await writeIsolation(folder, await isolation(client));
        return survey(client);
      }),
    );
    await copyOut(home, folder);
    return found;
  });
}

/** Puts the copy into an empty home; answers what does not hold in it. */
export async function restoreEmbedded(folder: string, manifest: Manifest): Promise<Bilingual[]> {
  const here = platformName();
  if (manifest.platform !== here) throw new Failure(EXIT.unavailable, messages('other-platform', { made: manifest.platform, here }));
  const home = await embeddedHome(projectRoot);
  return locked(home, async () => {
    if (await holdsDatabase(home)) throw new Failure(EXIT.cannotWrite, messages('home-not-empty'), home);
    const expected = await readIsolation(folder);
    await copyIn(folder, home, manifest.folders);
    return onServer(home, (url) => connected(url, (client) => whatDoesNotHold(client, manifest, expected)));
  });
}

export function platformName(): string {
  return `${process.platform}-${process.arch}`;
}

async function onServer<T>(home: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = await EmbeddedPostgres.start({ home });
  try {
    return await work(server.ownerUrl());
  } finally {
    await server.stop();
  }
}

async function locked<T>(home: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lockInstance(home).catch((error: unknown) => {
    if (error instanceof AlreadyRunning) throw new Failure(EXIT.unavailable, error.text, home);
    throw error;
  });
  return work().finally(unlock);
}
