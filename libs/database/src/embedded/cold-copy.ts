import { access, chmod, chown, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { serverUser } from './server-user.js';

/** Of one start of the server, or of the log: nothing that belongs to the data. */
const NOT_DATA = new Set(['postmaster.pid', 'postmaster.opts', 'server.log']);
const DATA = 'pg';
const PASSWORD = 'owner-password';
const MARKER = 'initialised';

export function holdsDatabase(home: string): Promise<boolean> {
  return access(join(home, MARKER)).then(
    () => true,
    () => false,
  );
}

/** Copies the data of a server that has been stopped. */
export async function copyOut(home: string, target: string): Promise<void> {
  await cp(join(home, DATA), join(target, DATA), { recursive: true, filter: (path) => !NOT_DATA.has(basename(path)) });
  await cp(join(home, PASSWORD), join(target, PASSWORD));
}

/**
 * Puts a copy where `EmbeddedPostgres.start` finds it. Copies lose their owner and, on some media, their empty folders: both are
 * given back. `folders` are the copy's, relative to it. The home must hold no database.
 */
export async function copyIn(source: string, home: string, folders: readonly string[]): Promise<void> {
  const data = join(home, DATA);
  await rm(data, { recursive: true, force: true });
  for (const folder of folders) await mkdir(join(home, folder), { recursive: true, mode: 0o700 });
  await cp(join(source, DATA), data, { recursive: true });
  await cp(join(source, PASSWORD), join(home, PASSWORD));
  await chmod(join(home, PASSWORD), 0o600);
  const user = await serverUser();
  const paths = [PASSWORD, DATA, ...(await readdir(data, { recursive: true })).map((path) => join(DATA, path))];
  if (user) for (const path of paths) await chown(join(home, path), user.uid, user.gid);
  await chmod(data, 0o700);
  await writeFile(join(home, MARKER), '');
}
