import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@wakachi/kernel';
import { RoundRuns } from '@wakachi/rounds';
import { TestApplication } from '../harness/application.js';

let app: TestApplication;
let folder: string;
beforeAll(async () => {
  app = await TestApplication.start();
  folder = await mkdtemp(join(tmpdir(), 'wakachi-replay-'));
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

const wakachi = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['bin/wakachi.mjs', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' });

it.each([
  { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
])("a run's frozen input gives the recorded bytes in another process: %j", async (env) => {
  const name = `replayed-${env.LANG}`.toLowerCase().replace(/\W/g, '-');
  const { networkId, roundId } = await app.sampleRound(name);
  const { runId } = await app.propose(name, networkId, roundId);
  const run = await app.get(RoundRuns).find(networkId, runId);
  const [problem, solution] = [join(folder, `${name}.problem.json`), join(folder, `${name}.solution.json`)];
  await writeFile(problem, run.input);
  expect(wakachi(env, 'allocate', problem, '--out', solution)).toMatchObject({ status: 0 });
  expect(sha256(await readFile(solution))).toBe(run.solutionSha256);
  expect(wakachi(env, 'verify', problem, solution)).toMatchObject({ status: 0, stdout: '' });
});
