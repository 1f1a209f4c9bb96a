import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, findBinaries } from './binaries.js';
import { type ServerUser, serverUser } from './server-user.js';

const run = promisify(execFile);
const OWNER = 'wakachi_owner';

export interface EmbeddedOptions {
  /** A folder that the server's user can enter; holds `pg/`, the log and the password. */
  readonly home: string;
  /** Trades durability for speed: for tests only. */
  readonly unsafe?: boolean;
}

/**
 * A real PostgreSQL from npm, started and stopped with its own pg_ctl. pg_ctl puts the server into a session of its own, so
 * Ctrl-C in a terminal does not reach it: the application drains first and stops it last. A server that outlived a killed
 * application is found by its pid file and used again.
 */
export class EmbeddedPostgres {
  private constructor(
    readonly dataFolder: string,
    private readonly binaries: Binaries,
    private readonly user: ServerUser | null,
    readonly port: number,
    private readonly password: string,
  ) {}

  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const user = await serverUser();
    const binaries = await findBinaries(options.home, user !== null);
    const dataFolder = join(options.home, 'pg');
    const password = await initialise(options.home, dataFolder, binaries, user);
    const running = await runningPort(dataFolder, binaries, user);
    const port = running ?? (await startServer(options, dataFolder, binaries, user));
    return new EmbeddedPostgres(dataFolder, binaries, user, port, password);
  }

  /** The superuser's URL: it migrates; the application never runs with it. */
  ownerUrl(database = 'postgres'): string {
    return `postgres://${OWNER}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Waits for the server to write everything down; connections that are still open are closed. */
  async stop(): Promise<void> {
    await pgCtl(this.binaries, this.user, ['stop', '-D', this.dataFolder, '-m', 'fast', '-w', '-t', '60']);
  }
}

async function initialise(home: string, dataFolder: string, binaries: Binaries, user: ServerUser | null): Promise<string> {
  const passwordFile = join(home, 'owner-password');
  const marker = join(home, 'initialised');
  const done = await access(marker).then(
    () => true,
    () => false,
  );
  if (done) return (await readFile(passwordFile, 'utf8')).trim();
  // An initdb that was cut off leaves half a folder; nothing in it was ever used.
  await rm(dataFolder, { recursive: true, force: true });
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  if (user) {
    await chown(dataFolder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const flags = [
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--no-instructions',
  ];
  await run(binaries.initdb, [`--pgdata=${dataFolder}`, ...flags], spawnOptions(dataFolder, user));
  await writeFile(marker, '');
  return password;
}

async function runningPort(dataFolder: string, binaries: Binaries, user: ServerUser | null): Promise<number | null> {
  const status = await pgCtl(binaries, user, ['status', '-D', dataFolder]).then(
    () => true,
    () => false,
  );
  if (!status) return null;
  // postmaster.pid: pid, data folder, start time, port, …
  const port = (await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return port === undefined ? null : Number(port);
}

async function startServer(options: EmbeddedOptions, dataFolder: string, binaries: Binaries, user: ServerUser | null): Promise<number> {
  const port = await freePort();
  const log = join(dataFolder, 'server.log');
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'autovacuum_naptime=10s',
    ...(options.unsafe ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const arguments_ = settings.map((setting) => `-c ${setting.endsWith('=') ? `${setting}''` : setting}`).join(' ');
  try {
    await pgCtl(binaries, user, ['start', '-D', dataFolder, '-l', log, '-w', '-t', '60', '-o', arguments_]);
  } catch (error) {
    const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
    throw new Error(`The embedded PostgreSQL did not start; its log ends:\n${tail}`, { cause: error });
  }
  await chmod(log, 0o600);
  return port;
}

async function pgCtl(binaries: Binaries, user: ServerUser | null, args: string[]): Promise<void> {
  const dataFolder = args[args.indexOf('-D') + 1] as string;
  // The server inherits our pipes: wait for pg_ctl itself, not for the pipes to close.
  await new Promise<void>((resolve, reject) => {
    const child = spawn(binaries.pgCtl, args, { ...spawnOptions(dataFolder, user), stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ${args[0]} ended with ${code}`))));
  });
}

function spawnOptions(cwd: string, user: ServerUser | null) {
  return { cwd, env: { ...process.env, LC_ALL: 'C', PGDATA: cwd }, ...(user ? { uid: user.uid, gid: user.gid } : {}) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
