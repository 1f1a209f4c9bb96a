import { spawn } from 'node:child_process';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import { messages } from './messages.js';

type Tool = 'pg_dump' | 'pg_restore';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The major version of a client tool on the PATH. Throws a Failure when it is missing or older than `major`. */
export async function toolVersion(tool: Tool, major: number): Promise<number> {
  const answer = await run(tool, ['--version'], {}).catch(() => null);
  const found = Number(/\) (\d+)/.exec(answer?.out ?? '')?.[1]);
  if (answer === null || Number.isNaN(found)) throw new Failure(EXIT.unavailable, messages('tool-missing', { tool, major }));
  if (found < major) throw new Failure(EXIT.unavailable, messages('tool-too-old', { tool, found, major }));
  return found;
}

/** Runs it against the database of `url`; the password goes by environment, where other users of the machine do not see it. */
export async function runTool(tool: Tool, args: readonly string[], url: string): Promise<void> {
  const { code, err } = await run(tool, args, libpqEnvironment(url));
  if (code !== 0)
    throw new Failure(EXIT.unavailable, messages('tool-failed', { tool, said: err.trim().split('\n').slice(0, 3).join(' ') }));
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function libpqEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const all = {
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
    PGDATABASE: databaseOf(url),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function run(tool: Tool, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
