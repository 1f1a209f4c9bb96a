import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Donor } from '@wakachi/donations';
import { TestApi } from '../harness/http.js';

const NAME = 'bad-input';
let api: TestApi;
let networkId: string;
let donorId: string;
let token: string;

beforeAll(async () => {
  api = await TestApi.start(NAME);
  networkId = await api.domain.network(NAME);
  donorId = (await api.post('donors', { name: '見本の会社' })).body.id;
  token = await api.token();
  await api.app.listen(0, '127.0.0.1');
}, 60_000);
afterAll(() => api.stop());

/** Over a plain socket: nothing tidies the path or the bytes up. */
async function send(method: string, path: string, headers: Record<string, string> = {}, body?: string | Buffer) {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return new Promise<{ status: number; contentType: string; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, async (answer) => {
      const chunks = await answer.toArray();
      resolve({ status: answer.statusCode as number, contentType: String(answer.headers['content-type']), text: chunks.join('') });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function raw(path: string, body: string | Buffer, contentType = 'application/json') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': contentType, 'idempotency-key': randomUUID() };
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const { status, text } = await send('POST', `/api/v1/${path}`, { ...headers, ...length }, body);
  return { status, ...(JSON.parse(text) as { type: string; errors?: { pointer: string; detail: string }[] }) };
}

const offer = (changes: object) => ({
  ...{ donorId, hubId: null, itemName: '見本の缶詰', category: 'canned', temperature: 'ambient', cases: 2, unitsPerCase: 24 },
  ...{ dateLabel: { kind: 'best-before', date: '2027-03' }, allergens: [], freightPaidBy: 'donor', ...changes },
});
const donors = () => api.domain.db.inNetwork(networkId, (tx) => tx.count(Donor));

/** Every refusal is a 4xx with its slug and place, and nothing is saved. */
async function expectRefused(answer: ReturnType<typeof raw>, status: number, slug: string, pointer?: string) {
  const before = await donors();
  const { status: found, type, errors } = await answer;
  expect([found, type]).toEqual([status, `/problems/${slug}`]);
  if (pointer !== undefined) expect(errors?.map((error) => error.pointer)).toContain(pointer);
  expect(await donors()).toBe(before);
}

describe('bad input', () => {
  it.each([
    ['2^53+1', '9007199254740993', 400, 'json-malformed'],
    ['3e9', '3e9', 400, 'json-malformed'],
    ['3000000000', '3000000000', 422, 'request-invalid'],
    ['0', '0', 422, 'request-invalid'],
    ['-1', '-1', 422, 'request-invalid'],
    ['1.5', '1.5', 400, 'json-malformed'],
  ])('34: %s as a quantity', async (_, number, status, slug) => {
    const body = JSON.stringify(offer({ cases: 1 })).replace('"cases":1', `"cases":${number}`);
    await expectRefused(raw('offers', body), status, slug, '/cases');
  });

  it('35: NUL in a text', () => expectRefused(raw('donors', '{"name":"a\\u0000b"}'), 400, 'json-malformed', '/name'));

  it('36: a body 10,000 levels deep', async () => {
    await expectRefused(raw('donors', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`), 400, 'json-malformed');
  });

  it('37: a key that stands twice', () => expectRefused(raw('donors', '{"name":"a","name":"b"}'), 400, 'json-malformed', '/name'));

  it('38: bytes that are not UTF-8', async () => {
    await expectRefused(
      raw('donors', Buffer.from([...Buffer.from('{"name":"'), 0x8e, 0x6f, ...Buffer.from('"}')])),
      400,
      'json-malformed',
      '',
    );
  });

  it('39: half of a surrogate pair', () => expectRefused(raw('donors', '{"name":"\\ud83d"}'), 400, 'json-malformed', '/name'));

  it.each([
    ['only U+3000', '　　'],
    ['nothing that is seen', '\u200b\u2060'],
    ['a mark that turns the direction', '会社\u202eexe'],
    ['an isolate', '\u2066会社\u2069'],
    ['a control character', '会社\u0007'],
    ['a line break', '会社\nB'],
    ['201 letters', 'あ'.repeat(201)],
  ])('40: a name of %s', async (_, name) => {
    await expectRefused(raw('donors', JSON.stringify({ name })), 422, 'request-invalid', '/name');
  });

  it('40: trims a name and composes it, so that one name is one donor', async () => {
    const { body } = await api.post('donors', { name: '　か\u3099くや食品 ' });
    expect(body.name).toBe('がくや食品');
    expect((await api.post('donors', { name: 'がくや食品' })).body.type).toBe('/problems/donor-name-taken');
  });

  it.each([true, '12', '0x10', '１２', null, [12], {}])('41: %j as a number', async (cases) => {
    await expectRefused(raw('offers', JSON.stringify(offer({ cases }))), 422, 'request-invalid', '/cases');
  });

  it.each([
    ['a number', 12],
    ['a boolean', true],
  ])('41: %s as a text', (_, name) => expectRefused(raw('donors', JSON.stringify({ name })), 422, 'request-invalid', '/name'));

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('42: the key %s', async (key) => {
    await expectRefused(raw('donors', `{"name":"a","${key}":{"role":"approver"}}`), 400, 'json-malformed', `/${key}`);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  it.each(['networkId', 'id', 'role', 'status'])('43: the field %s, which nobody may set', async (field) => {
    await expectRefused(raw('donors', JSON.stringify({ name: 'a', [field]: 'x' })), 422, 'request-invalid', `/${field}`);
    await expectRefused(raw('offers', JSON.stringify(offer({ [field]: 'x' }))), 422, 'request-invalid', `/${field}`);
  });

  it('43: a field inside a field', async () => {
    const dateLabel = { kind: 'best-before', date: '2027-03', effectiveUntil: '2099-12-31' };
    await expectRefused(raw('offers', JSON.stringify(offer({ dateLabel }))), 422, 'request-invalid', '/dateLabel/effectiveUntil');
  });

  it.each([[], [[]], [{ kind: 'best-before', date: '2027-03' }], 'x', 5, true])('43: %j where an object is wanted', async (dateLabel) => {
    await expectRefused(raw('offers', JSON.stringify(offer({ dateLabel }))), 422, 'request-invalid', '/dateLabel');
  });

  it.each([
    ['an array', '[{"name":"a"}]', 422, 'request-invalid'],
    ['null', 'null', 422, 'request-invalid'],
    ['a text', '"a"', 422, 'request-invalid'],
    ['something cut off', '{"name"', 400, 'json-malformed'],
    ['nothing', '', 400, 'json-malformed'],
    ['a byte order mark', '\ufeff{"name":"a"}', 400, 'json-malformed'],
    ['something after its end', '{"name":"a"}{}', 400, 'json-malformed'],
  ])('44: a body that is %s', (_, body, status, slug) => expectRefused(raw('donors', body), status, slug));

  it('44: a body of another type, or of 2 MB', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'multipart/form-data; boundary=x'])
      await expectRefused(raw('donors', '{"name":"a"}', type), 415, 'media-type-unsupported');
    await expectRefused(raw('donors', JSON.stringify({ name: 'a'.repeat(2_000_000) })), 413, 'body-too-large');
  });

  it('44: a body where none is wanted', () => expectRefused(raw(`offers/${donorId}/withdrawal`, '{}'), 422, 'request-invalid', '/reason'));

  it.each([
    ['limit=1&limit=2', 'limit'],
    ['search=a&search=b', 'search'],
    ['sort=name;DROP TABLE donor', 'sort'],
    ['sort=name,(SELECT 1)', 'sort'],
    ['sort=networkId', 'sort'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=0x10', 'limit'],
    ['limit=', 'limit'],
    ['networkId=x', 'networkId'],
    ['toString=x', 'toString'],
    ['search[$ne]=', 'search[$ne]'],
    ['search=%00', 'search'],
    ['cursor=nonsense', 'cursor'],
  ])('45: the query %s', async (query, parameter) => {
    const { status, body } = await api.get(`donors?${query}`);
    expect([status, body.type]).toEqual([422, '/problems/request-invalid']);
    expect(body.errors.map((error: { parameter: string }) => error.parameter)).toEqual([parameter]);
  });

  it.each(['search=%ED%A0%80', 'search=%FF', 'search=%zz', '%C3=1'])('45: the query %s, which is no text', async (query) => {
    const { status, body } = await api.get(`donors?${query}`);
    expect([status, body.type]).toEqual([400, '/problems/url-malformed']);
  });

  it('45: a query of 20 KB, as a problem in both languages, and closes the connection', async () => {
    const { status, contentType, text } = await send('GET', `/api/v1/donors?search=${'x'.repeat(20_000)}`);
    expect([status, contentType]).toEqual([431, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/headers-too-large', title: expect.stringMatching(/長すぎます.*too long/) });
  });

  it('45: what is not HTTP', async () => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1').end('これは HTTP ではありません\r\n\r\n');
    const answer = Buffer.concat(await socket.toArray()).toString();
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(answer).toContain('"/problems/http-malformed"');
  });

  it('45: a query where none is wanted', async () => {
    expect((await api.get(`donors/${donorId}?expand=all`)).body.errors).toEqual([{ parameter: 'expand', detail: 'この項目はありません' }]);
  });

  it('45: takes what people search for as it is, never as a pattern', async () => {
    expect((await api.get('donors?search=%25')).body.items).toEqual([]);
    expect((await api.get(`donors?search=${encodeURIComponent('見本の')}`)).body.items).toHaveLength(1);
  });

  it.each([
    ['//api/v1/donors', 404],
    ['/api/v1//donors', 404],
    ['/api/v1/donors/', 404],
    ['/api/v1/donors;a', 404],
    ['/api/v1/donors%2f', 404],
    ['/api%2fv1%2fdonors', 404],
    ['/api/v1/../v1/donors', 404],
    ['/API/V1/DONORS', 404],
    ['/api/v1/donors/%00', 422],
    ['/api/v1/donors/%2f', 422],
    ['/api/v1/donors/%zz', 400],
    [`/api/v1/donors/${'a'.repeat(500)}`, 400],
  ])('46: the path %s', async (path, status) => {
    const answer = await send('GET', path, { authorization: `Bearer ${token}` });
    expect([answer.status, answer.contentType]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });

  it.each(['//api/v1/donors', '/api/v1/donors/', '/api/v1/donors;a', '/api/v1/donors?a=1', '/api/v1/donors/%2f', '/%61pi/v1/donors'])(
    '46: %s is no way around the guard',
    async (path) => {
      expect([401, 404]).toContain((await send('GET', path)).status);
    },
  );
});

it('says what is wrong in the language that was asked for', async () => {
  const said = async (language: string) => {
    const answer = await api
      .server()
      .post('/api/v1/donors')
      .set({ authorization: `Bearer ${token}`, 'accept-language': language })
      .send({});
    return [answer.headers['content-language'], answer.body.errors];
  };
  expect(await said('ja')).toEqual(['ja', [{ pointer: '/name', detail: '必須の項目です' }]]);
  expect(await said('en')).toEqual(['en', [{ pointer: '/name', detail: 'is required' }]]);
});

describe('a page', () => {
  it('goes on where the last one ended, in the same order both ways, whatever came in between', async () => {
    for (const name of ['さ', 'か', 'あ', 'ア', 'Z', 'a', 'ざ']) await api.post('donors', { name: `頁 ${name}` });
    const names = await walk('name');
    expect(names).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(await walk('-name')).toEqual([...names].reverse());
  });

  it('refuses a cursor of another order, or one that was changed', async () => {
    const { next } = (await api.get('donors?limit=2')).body;
    const other = await api.get(`donors?limit=2&sort=-name&cursor=${next}`);
    const changed = await api.get(`donors?limit=2&cursor=${next.slice(0, -4)}AAAA`);
    expect([other.status, changed.status]).toEqual([422, 422]);
  });

  async function walk(sort: string): Promise<string[]> {
    const names: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await api.get(`donors?limit=2&sort=${sort}${next && `&cursor=${next}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      names.push(...body.items.map((donor: { name: string }) => donor.name));
      next = body.next;
    }
    return names;
  }
});

describe('an edit', () => {
  it('needs the tag of what was read, and is refused when somebody was faster', async () => {
    const read = await api.get(`donors/${donorId}`);
    const tag = read.headers['etag'] as string;
    expect((await api.patch(`donors/${donorId}`, { name: '新しい名前' })).body.type).toBe('/problems/if-match-required');
    const first = await api.patch(`donors/${donorId}`, { name: '新しい名前' }, tag);
    expect([first.status, first.body.name]).toEqual([200, '新しい名前']);
    expect((await api.get(`donors/${donorId}`)).headers['etag']).toBe(first.headers['etag']);
    const second = await api.patch(`donors/${donorId}`, { name: '別の名前' }, tag);
    expect([second.status, second.body.type]).toEqual([412, '/problems/changed-meanwhile']);
  });

  it('of two at once lets one through', async () => {
    const tag = (await api.get(`donors/${donorId}`)).headers['etag'] as string;
    const names = ['一', '二', '三', '四'];
    const answers = await Promise.all(names.map((name) => api.patch(`donors/${donorId}`, { name }, tag)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});
