import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RoundRuns } from '@wakachi/rounds';
import { TestApi } from '../harness/http.js';

const NAME = 'audit';
let api: TestApi;
let domain: TestApi['domain'];
let networkId: string;
let runId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wakachi-audit-'));
  api = await TestApi.start(NAME);
  domain = api.domain;
  const sample = await domain.sampleRound(NAME);
  networkId = sample.networkId;
  await domain.propose(NAME, networkId, sample.roundId);
  runId = await domain.get(RoundRuns).request(networkId, sample.roundId, domain.person(NAME, 'coordinator'));
}, 60_000);
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

function launch(...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: domain.database.url };
  return spawn(process.execPath, ['bin/wakachi.mjs', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function wakachi(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = launch(...args);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

/** As `wakachi … | head` does: nobody reads what comes. */
async function unread(...args: string[]): Promise<{ code: number | null; err: string }> {
  const child = launch(...args);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  (child.stdout as unknown as { destroy(): void }).destroy();
  return { err: await text(child.stderr), code: await code };
}

describe('an auditor', () => {
  it('exports a network by its id or name, keeps its head, and verifies both without a database', async () => {
    const [byId, heads] = [join(folder, 'journal.ndjson'), join(folder, 'heads.jsonl')];
    expect(await wakachi('export-journal', '--network', networkId, '--out', byId)).toMatchObject({ code: 0, out: '' });
    const kept = await wakachi('journal-heads');
    expect(kept.code).toBe(0);
    await writeFile(heads, kept.out);
    const verified = await wakachi('verify-journal', byId, '--heads', heads);
    const head = await domain.db.inNetwork(networkId, (tx) => tx.query<{ seq: string }[]>('SELECT seq FROM journal_head'));
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain(`network ${networkId}\nentries ${head[0]?.seq}\n`);
    expect(verified.out).toContain('正しい / holds');
    const byName = await wakachi('export-journal', '--network', NAME);
    const exported = await api
      .server()
      .get('/api/v1/journal/export')
      .set('authorization', `Bearer ${await api.token('auditor')}`)
      .responseType('blob');
    expect(exported.headers['content-type']).toContain('application/x-ndjson');
    expect(byName.out).toBe((exported.body as Buffer).toString());
  });

  it('is told which entry is wrong, with exit code 1', async () => {
    const file = join(folder, 'changed.ndjson');
    const { out } = await wakachi('export-journal', '--network', networkId);
    const lines = out.split('\n');
    lines[3] = (lines[3] as string).replace('"kind":"', '"kind":"x');
    await writeFile(file, lines.join('\n'));
    const verified = await wakachi('verify-journal', file);
    expect(verified.code).toBe(1);
    expect(verified.out).toContain('4行目（連番 3）');
    expect(verified.out).toContain('line 4 (entry 3): the hash differs');
  });

  it.each([
    [['export-journal', '--network', 'nobody'], 66],
    [['export-journal'], 64],
    [['export-journal', '--network', NAME, '--network', NAME], 64],
    [['export-journal', '--network', NAME, '--out', '/no/such/folder/file'], 73],
    [['journal-heads', 'file'], 64],
    [['verify-journal'], 64],
    [['verify-journal', 'no-such-file'], 66],
    [['verify-journal', 'docs'], 66],
    [['verify-journal', '-', '--heads', '-'], 64],
    [['verify-journal', '--what', 'x'], 64],
    [['verify-journal', 'README.md', '--heads', 'README.md'], 2],
    [['verify-journal', 'README.md'], 1],
  ])('%j exits %i, with one line and no stack', async (args, code) => {
    const ended = await wakachi(...args);
    expect(ended.code).toBe(code);
    expect(`${ended.out}${ended.err}`.split('\n')).toHaveLength(2);
  });

  it('may leave a pipe: no stack, and the exit code still says how it was', async () => {
    const [problem, solution] = [join(folder, 'problem.json'), join(folder, 'solution.json')];
    await writeFile(problem, (await domain.get(RoundRuns).find(networkId, runId)).input);
    const { out } = await wakachi('allocate', problem);
    await writeFile(solution, out.replace('"deliveries":', '"deliveries":1'));
    await writeFile(join(folder, 'bad.json'), '{"format":"wakachi.journal/1"}\n');
    await expect(unread('export-journal', '--network', networkId)).resolves.toEqual({ code: 0, err: '' });
    await expect(unread('journal-heads')).resolves.toEqual({ code: 0, err: '' });
    await expect(unread('verify-journal', join(folder, 'bad.json'))).resolves.toEqual({ code: 1, err: '' });
    await expect(unread('verify', problem, solution)).resolves.toEqual({ code: 1, err: '' });
    await expect(unread('allocate', problem)).resolves.toMatchObject({ code: 0, err: expect.not.stringContaining('EPIPE') });
  });

  it('and whoever decides may export, nobody else', async () => {
    expect((await api.get('journal/export', 'coordinator')).status).toBe(200);
    expect((await api.get('journal/export', 'hub-operator')).body.type).toBe('/problems/role-not-allowed');
  });
});

describe('cancelling a run over HTTP', () => {
  it('is done once; after that the run is over', async () => {
    const cancel = (id: string, role = 'coordinator') => api.post(`runs/${id}/cancellation`, undefined, { role });
    expect((await cancel(runId, 'auditor')).status).toBe(403);
    const done = await cancel(runId);
    expect([done.status, done.body]).toEqual([201, { id: runId, status: 'cancelled' }]);
    const again = await cancel(runId);
    expect([again.status, again.body.type]).toEqual([409, '/problems/run-over']);
    expect((await cancel(networkId)).status).toBe(404);
  });
});
