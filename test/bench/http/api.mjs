import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withCleanUp } from '../clean-up.mjs';
import { withTemporaryHome } from '../server.mjs';

const PROGRAM = fileURLToPath(new URL('../../../dist/apps/api/src/main.js', import.meta.url));
const START_SECONDS = 30;
/** Where Node puts a CPU profile of each API process when it stops. */
const PROFILES = process.env.BENCH_CPU_PROFILES;

/** The API as it is run: a process of its own, as the run-time role, with its usual log level; the log goes to a file. */
export function withApi(databaseUrl, work) {
  return withTemporaryHome(async (folder) => {
    const port = await freePort();
    const logFile = join(folder, 'api.log');
    const log = openSync(logFile, 'w');
    const { LOG_LEVEL: _, REDIS_URL: __, ...inherited } = process.env;
    const env = { ...inherited, DATABASE_URL: databaseUrl, PORT: String(port), SESSION_SECRET: randomBytes(32).toString('hex') };
    const profiling = PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : [];
    const child = spawn(process.execPath, [...profiling, PROGRAM], { env, stdio: ['ignore', log, log] });
    closeSync(log);
    const ended = once(child, 'exit');
    return withCleanUp(
      async () => {
        if (child.exitCode === null) child.kill('SIGTERM');
        await ended;
      },
      async () => {
        const api = new Api(`http://127.0.0.1:${port}`, child.pid);
        await api.ready(() => child.exitCode === null, logFile);
        return work(api);
      },
    );
  });
}

class Api {
  constructor(url, pid) {
    this.url = url;
    this.pid = pid;
  }

  async ready(isRunning, logFile) {
    for (const end = performance.now() + START_SECONDS * 1000; performance.now() < end && isRunning(); await sleep(50)) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`The API does not answer:\n${readFileSync(logFile, 'utf8')}`);
  }

  /** The token of a person, by e-mail. */
  async signIn(email) {
    const { token } = await this.post('sessions', { body: { email } });
    return token;
  }

  /** The answer's body; throws when it is not a success. */
  async post(path, { token, body }) {
    const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), 'idempotency-key': randomUUID() };
    const json = body === undefined ? {} : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`${this.url}/api/v1/${path}`, { method: 'POST', headers, ...json });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
