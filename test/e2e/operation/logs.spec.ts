import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import { RoundRuns } from '@wakachi/rounds';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { PEOPLE } from '../../../apps/standalone/src/trial/trial-people.js';
import { TestApplication } from '../../harness/application.js';
import { Program, signIn, startApi, until } from '../../harness/program.js';

/** Everything of the sample by which a person or a group could be known. */
async function personalValues(): Promise<string[]> {
  const folder = join('samples', 'round-2023');
  const groups = parse(iconv.decode(await readFile(join(folder, 'groups.csv')), 'cp932'), { columns: true }) as Record<string, string>[];
  const entries = parse(await readFile(join(folder, 'entries.csv')), { columns: true, bom: true }) as Record<string, string>[];
  const personal = ['団体名', 'フリガナ', '町名番地', '電話番号', 'メール', 'FAX番号'];
  const people = PEOPLE.flatMap(({ mailbox, displayName }) => [`${mailbox}@`, ...displayName.replace('（見本）', '').split(' ')]);
  const values = [...groups.flatMap((row) => personal.map((column) => row[column])), ...entries.map((row) => row['ご要望']), ...people];
  return [...new Set(values.filter((value) => value !== undefined && value.length >= 2))] as string[];
}

const foundIn = (text: string, values: readonly string[]) => values.filter((value) => text.includes(value));

describe('the logs of a whole round', () => {
  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'wakachi-logs-'));
    await chmod(home, 0o755);
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('hold nothing by which a person or a group is known, whatever is sent, at the most talkative level', async () => {
    const values = await personalValues();
    expect(values.length).toBeGreaterThan(400);
    const program = Program.start('bin/start.mjs', { WAKACHI_HOME: home, DATABASE_URL: '', LOG_LEVEL: 'trace' }, [
      'standalone',
      '--port',
      '0',
    ]);
    await until(() => program.out.includes('Ctrl-C') || program.hasEnded, 90);
    const url = /http:\/\/[\d.:]+/.exec(program.out)?.[0] as string;
    const token = await signIn(url, 'jimukyoku@mihon.example');
    const as = { authorization: `Bearer ${token}` };
    await fetch(`${url}/api/v1/lots?name=${encodeURIComponent('ひだまりの家')}`, { headers: as });
    const lots = (await (await fetch(`${url}/api/v1/lots`, { headers: as })).json()) as { items: { id: string }[] };
    await fetch(`${url}/api/v1/lots/${lots.items[0]?.id}/whereabouts`, { headers: as });
    await fetch(`${url}/api/v1/rounds/g1@group.example/figures`, { headers: as });
    await fetch(`${url}/${encodeURIComponent('ひだまりの家')}/075-0000-7044?mail=g1@group.example`, {
      headers: { referer: `${url}/g1@group.example` },
    });
    const json = { 'content-type': 'application/json', 'x-request-id': 'g1@group.example', 'user-agent': 'g1@group.example' };
    for (const body of [
      '{"email":"g1@group.example"}',
      '{"email":"g1@group.example"',
      '{"email":{"g1@group.example":1}}',
      '"ひだまりの家"',
    ])
      await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers: json, body });
    await program.stop('SIGINT');
    expect(foundIn(program.err, values)).toEqual([]);
    // The search above says something: the requests are there, and so is the run.
    const routes = program.log.map((line) => line['route']);
    expect(routes).toEqual(expect.arrayContaining(['/api/v1/sessions', '/api/v1/lots', '/api/v1/lots/:lotId/whereabouts', 'unmatched']));
    expect(program.log).toContainEqual(expect.objectContaining({ msg: 'run finished', networkId: expect.any(String) }));
    const signedIn = program.log.find((line) => line['route'] === '/api/v1/lots' && line['status'] === 200);
    expect(signedIn).toMatchObject({ method: 'GET', status: 200, ms: expect.any(Number), networkId: expect.any(String) });
    expect(program.err).not.toContain(token);
  }, 180_000);
});

describe('one id', () => {
  const REQUEST_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
  let app: TestApplication;
  const programs: Program[] = [];

  beforeAll(async () => {
    app = await TestApplication.start();
  });
  afterAll(async () => {
    for (const program of programs) await program.stop();
    await app.stop();
  });

  it('leads from the request over the outbox and the queue to the worker’s lines and the run', async () => {
    const { networkId, roundId } = await app.sampleRound('traced');
    const worker = Program.start('dist/apps/worker/src/main.js', { DATABASE_URL: app.database.url });
    const { api, url } = await startApi(app.database.url);
    programs.push(worker, api);
    const token = await signIn(url, 'coordinator@traced.example');
    const response = await fetch(`${url}/api/v1/rounds/${roundId}/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'x-request-id': REQUEST_ID, 'idempotency-key': randomUUID() },
    });
    expect([response.status, response.headers.get('x-request-id')]).toEqual([202, REQUEST_ID]);
    const { id: runId } = (await response.json()) as { id: string };
    const mine = { requestId: REQUEST_ID, networkId };
    expect(await api.logged({ ...mine, route: '/api/v1/rounds/:roundId/runs' })).toMatchObject({ status: 202, method: 'POST' });
    await worker.logged({ ...mine, runId, msg: 'run queued' });
    await worker.logged({ ...mine, runId, msg: 'run taken up' });
    await worker.logged({ ...mine, runId, msg: 'run finished' });
    expect(await app.get(RoundRuns).find(networkId, runId)).toMatchObject({ status: 'succeeded', requestId: REQUEST_ID });
  }, 60_000);

  it('is in a refusal too, and a new one where the caller sent none that is sane', async () => {
    const { api, url } = await startApi(app.database.url);
    programs.push(api);
    const refused = await fetch(`${url}/api/v1/rounds`, { headers: { 'x-request-id': REQUEST_ID } });
    expect([refused.status, ((await refused.json()) as { requestId: string }).requestId]).toEqual([401, REQUEST_ID]);
    const odd = await fetch(`${url}/api/v1/rounds`, { headers: { 'x-request-id': '1 OR 1=1' } });
    const given = odd.headers.get('x-request-id');
    expect(given).toMatch(/^[0-9a-f-]{36}$/);
    await api.logged({ requestId: given });
  }, 60_000);

  it('cannot be used to forge a line of the log', async () => {
    const { api, url } = await startApi(app.database.url);
    programs.push(api);
    const forged = '{"level":"fatal","msg":"forged"}';
    for (const end of ['\r\n ', '\r', '\n', '%0d%0a', '\\r\\n', '\u2028'])
      await sendRaw(
        url,
        `GET /api/v1/rounds?x=${forged.replaceAll('"', '%22')} HTTP/1.1\r\nHost: x\r\nX-Request-Id: 0123456789abcdef${end}${forged}\r\nConnection: close\r\n\r\n`,
      );
    await fetch(`${url}/api/v1/rounds`, { headers: { 'x-request-id': REQUEST_ID } });
    await api.logged({ requestId: REQUEST_ID });
    // Every line is JSON of ours (Program.log throws otherwise), and none says what was sent.
    expect(api.log.every((line) => line['app'] === 'api')).toBe(true);
    expect(api.err).not.toContain('forged');
  }, 60_000);
});

/** Past every client that would not send such a header. */
async function sendRaw(url: string, request: string): Promise<string> {
  const socket = createConnection(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  return streamText(socket);
}
