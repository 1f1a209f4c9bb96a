import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LogLine {
  readonly [field: string]: unknown;
}

/** One of our programs in a process of its own, with everything that it writes. */
export class Program {
  out = '';
  err = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk) => (this.out += chunk));
    child.stderr?.on('data', (chunk) => (this.err += chunk));
  }

  static start(script: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Program {
    const own = { ...process.env, NODE_OPTIONS: '', REDIS_URL: '', DATABASE_OWNER_URL: '', ...env };
    return new Program(spawn(process.execPath, [script, ...args], { env: own, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Each line of the log; throws on one that is not JSON. */
  get log(): LogLine[] {
    const lines = this.err.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as LogLine);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code; null when a signal ended it. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'close');
    return this.child.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.hasEnded) this.signal(signal);
    return this.ended();
  }

  async logged(what: Readonly<Record<string, unknown>>): Promise<LogLine> {
    return until(() => this.log.find((line) => Object.entries(what).every(([field, value]) => line[field] === value)));
  }
}

/** Asks again until there is an answer. */
export async function until<T>(ask: () => T | Promise<T>, seconds = 40): Promise<NonNullable<T>> {
  for (let waited = 0; waited < seconds * 1_000; waited += 50) {
    const answer = await ask();
    if (answer) return answer;
    await sleep(50);
  }
  throw new Error('what was waited for did not happen');
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The API as it is deployed. */
export async function startApi(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<{ api: Program; url: string }> {
  const port = await freePort();
  const api = Program.start('dist/apps/api/src/main.js', { DATABASE_URL: databaseUrl, PORT: String(port), ...env });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => api.hasEnded || (await answers(`${url}/health/live`)));
  if (api.hasEnded) throw new Error(`the API did not start:\n${api.err}`);
  return { api, url };
}

export function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

export async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  return ((await response.json()) as { token: string }).token;
}
