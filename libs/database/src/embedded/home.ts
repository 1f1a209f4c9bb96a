import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isTraversableByOthers, serverUser } from './server-user.js';

/**
 * The folder of the embedded database: `WAKACHI_HOME`, else `.wakachi` in the project. Where the server has to run as another
 * user who cannot enter the project (root in a private folder), a folder of its own under the system's temporary one.
 */
export async function embeddedHome(projectRoot: string): Promise<string> {
  const chosen = process.env['WAKACHI_HOME'];
  const home = resolve(chosen ?? join(projectRoot, '.wakachi'));
  if (chosen === undefined && (await serverUser()) !== null && !(await isTraversableByOthers(home))) {
    return ensure(join(tmpdir(), `wakachi-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)}`));
  }
  return ensure(home);
}

async function ensure(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
}
