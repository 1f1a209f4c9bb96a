import { randomUUID } from 'node:crypto';
import { deriveId } from '@wakachi/kernel';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { TestApi } from '../harness/http.js';

const NAME = 'api';
let api: TestApi;
let roundId: string;
let proposalId: string;

beforeAll(async () => {
  api = await TestApi.start(NAME);
  const round = await api.domain.sampleRound(NAME);
  roundId = round.roundId;
  proposalId = (await api.domain.propose(NAME, round.networkId, roundId)).id;
  await api.domain.network('stranger');
}, 60_000);
afterAll(() => api.stop());

describe('the API', () => {
  it('answers nothing about a network to somebody who has not signed in, in Japanese first', async () => {
    const japanese = await api.server().get('/api/v1/rounds').expect(401);
    expect(japanese.headers['content-type']).toContain('application/problem+json');
    expect(japanese.body).toMatchObject({ type: '/problems/not-signed-in', title: 'サインインしてください。' });
    const english = await api.server().get('/api/v1/rounds').set('accept-language', 'en-GB,ja;q=0.5').expect(401);
    expect(english.body.title).toBe('Please sign in.');
  });

  it('refuses a token that somebody has changed', async () => {
    const token = await api.token();
    await api.server().get('/api/v1/rounds').set('authorization', `Bearer x${token}`).expect(401);
  });

  it('finds people by their address in any case, and says who has signed in', async () => {
    const email = ` Coordinator@${NAME.toUpperCase()}.Example `;
    const { body } = await api.server().post('/api/v1/sessions').send({ email }).expect(201);
    const session = await api.server().get('/api/v1/session').set('authorization', `Bearer ${body.token}`).expect(200);
    expect(session.body).toMatchObject({ networkName: NAME, role: 'coordinator', email: `coordinator@${NAME}.example` });
  });

  it('shows a network its own rounds and lots only', async () => {
    expect((await api.get('rounds')).body.items.map((round: { id: string }) => round.id)).toEqual([roundId]);
    expect((await api.get('rounds', 'coordinator', 'stranger')).body).toEqual({ items: [], next: null });
    expect((await api.get('lots', 'coordinator', 'stranger')).body.items).toEqual([]);
    expect((await api.get('lots')).body.items).toHaveLength(48);
    expect((await api.get('lots?held=true')).body.items).toHaveLength(1);
  });

  it('cannot approve another network’s proposal', async () => {
    expect((await api.post(`proposals/${proposalId}/approval`, undefined, { role: 'approver', network: 'stranger' })).status).toBe(404);
  });

  it('lets an auditor read and nothing else, and other roles neither', async () => {
    expect((await api.get(`rounds/${roundId}/proposals`, 'auditor')).status).toBe(200);
    const refused = await api.post(`rounds/${roundId}/runs`, undefined, { role: 'auditor' });
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/read-only-role']);
    const group = await api.get('lots', 'group-admin');
    expect([group.status, group.body.type]).toEqual([403, '/problems/role-not-allowed']);
    expect((await api.get('session', 'group-admin')).status).toBe(200);
  });

  it('queues a run and says so at once', async () => {
    const requested = await api.post(`rounds/${roundId}/runs`);
    expect([requested.status, requested.body.status]).toEqual([202, 'queued']);
    const { items } = (await api.get(`rounds/${roundId}/runs`)).body;
    expect(items.find((run: { id: string }) => run.id === requested.body.id)).toEqual(requested.body);
  });

  it('has the second person approve, and shows where every unit is', async () => {
    const own = await api.post(`proposals/${proposalId}/approval`);
    expect([own.status, own.body.type]).toEqual([403, '/problems/second-person-needed']);
    expect((await api.post(`proposals/${proposalId}/approval`, undefined, { role: 'approver' })).status).toBe(201);
    const { body } = await api.get(`rounds/${roundId}/figures`);
    const { offered, ...places } = body.units;
    expect(Object.values<number>(places).reduce((sum, units) => sum + units, 0)).toBe(offered);
    expect(body).toMatchObject({ conserved: true, units: { offered: 259_847, reserved: body.awarded } });
    const lot = (await api.get('lots')).body.items[0];
    const where = (await api.get(`lots/${lot.id}/whereabouts`)).body;
    expect(where.reduce((sum: number, place: { units: number }) => sum + place.units, 0)).toBe(lot.cases * lot.unitsPerCase);
  });

  it('answers a second approval, and a run of a decided round, with a conflict', async () => {
    const again = await api.post(`proposals/${proposalId}/approval`, undefined, { role: 'approver' });
    expect([again.status, again.body.status, again.body.type]).toEqual([409, 409, '/problems/proposal-decided']);
    const run = await api.post(`rounds/${roundId}/runs`);
    expect([run.status, run.body.type]).toEqual([409, '/problems/round-not-open']);
  });

  it('knows nothing of another network’s rounds and lots, nor of ids that nobody has', async () => {
    const lotId = (await api.get('lots')).body.items[0].id;
    const paths = ['figures', 'groups', 'runs', 'proposals'].map((what) => `rounds/${roundId}/${what}`);
    for (const path of [...paths, `rounds/${roundId}`, `lots/${lotId}`, `lots/${lotId}/holds`, `lots/${lotId}/whereabouts`])
      expect([path, (await api.get(path, 'coordinator', 'stranger')).status]).toEqual([path, 404]);
    expect((await api.get(`rounds/${deriveId('nothing')}/figures`)).status).toBe(404);
    expect((await api.post(`proposals/${deriveId('nothing')}/approval`, undefined, { role: 'approver' })).status).toBe(404);
  });

  it('frees a held lot when a coordinator has read its condition, once', async () => {
    const [held] = (await api.get('lots?held=true')).body.items;
    const read = () => api.post(`holds/${held.heldBecause[0].id}/reading`, { resolution: '電話で確認。条件なし' });
    expect((await read()).body).toMatchObject({ resolution: '電話で確認。条件なし' });
    expect((await read()).status).toBe(409);
    expect((await api.get('lots?held=true')).body.items).toEqual([]);
  });

  it('finds an id in capitals, and says what is wrong with one that is none', async () => {
    expect((await api.get(`rounds/${roundId.toUpperCase()}`)).body.id).toBe(roundId);
    const nonsense = await api.get('rounds/nonsense/figures');
    expect([nonsense.status, nonsense.body.errors]).toEqual([422, [{ parameter: 'roundId', detail: 'UUID を書いてください' }]]);
  });

  it('says which methods a path has', async () => {
    const refused = await api.server().delete(`/api/v1/rounds/${roundId}`);
    expect([refused.status, refused.headers['allow'], refused.body.type]).toEqual([405, 'GET, HEAD', '/problems/method-not-allowed']);
    expect((await api.server().get('/api/v1/nothing')).body.type).toBe('/problems/path-not-found');
  });

  it('lets nobody frame or sniff its answers', async () => {
    const { headers } = await api.server().get('/api/v1/rounds');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('is alive and ready', async () => {
    await api.server().get('/health/live').expect(200);
    await api.server().get('/health/ready').expect(200);
  });

  it('refuses to start in production while people sign in without a password', () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      expect(() => new ApiModule().onModuleInit()).toThrow(/NODE_ENV=production/);
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});

describe('a request that is sent again', () => {
  let reading: string;
  const NAME = 'again';

  beforeAll(async () => {
    const round = await api.domain.sampleRound(NAME);
    reading = `rounds/${round.roundId}/runs`;
  }, 60_000);
  const request = (key: string, path = reading) => api.post(path, undefined, { network: NAME, key });

  it('is answered as before and has no second effect, even while the first is at work', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([request(key), request(key)]);
    const third = await request(key.toUpperCase());
    expect([first.status, second.status, third.status]).toEqual([202, 202, 202]);
    expect([second.body, third.body]).toEqual([first.body, first.body]);
    expect(third.headers['idempotency-replayed']).toBe('true');
    expect([first, second].filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(1);
    expect((await api.get(reading, 'coordinator', NAME)).body.items).toHaveLength(1);
  });

  it('is refused when the key belongs to another request or another person', async () => {
    const key = randomUUID();
    expect((await request(key)).status).toBe(202);
    const path = await request(key, `proposals/${proposalId}/approval`);
    const person = await api.post(reading, undefined, { network: NAME, key, role: 'approver' });
    expect([path.status, path.body.type, person.status]).toEqual([409, '/problems/idempotency-conflict', 409]);
  });

  it('may be mended: a refusal takes no key up', async () => {
    const key = randomUUID();
    expect((await request(key, `rounds/${deriveId('nothing')}/runs`)).status).toBe(404);
    expect((await request(key)).status).toBe(202);
  });

  it.each(['', 'one', '12345'])('needs a UUID as its key, not %j', async (key) => {
    const answer = await request(key);
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/idempotency-key-required']);
  });
});
