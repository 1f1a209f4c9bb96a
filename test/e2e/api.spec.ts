import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DatabaseModule } from '@wakachi/database';
import { deriveId, FixedClock } from '@wakachi/kernel';
import { ClockModule, QueueModule } from '@wakachi/platform';
import request from 'supertest';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { AS_OF, TestApplication } from '../harness/application.js';

const NAME = 'api';
let domain: TestApplication;
let app: NestFastifyApplication;
let networkId: string;
let roundId: string;
let proposalId: string;

beforeAll(async () => {
  domain = await TestApplication.start();
  ({ networkId, roundId } = await domain.sampleRound(NAME));
  proposalId = (await domain.propose(NAME, networkId, roundId)).id;
  await domain.network('stranger');
  const databaseUrl = domain.database.url;
  const imports = [
    ClockModule.forRoot(new FixedClock(AS_OF)),
    DatabaseModule.forRoot(databaseUrl),
    QueueModule.forRoot({ databaseUrl, redisUrl: null }),
    ApiModule,
  ];
  const module = await Test.createTestingModule({ imports }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 60_000);
afterAll(async () => {
  await app.close();
  await domain.stop();
});

const server = () => request(app.getHttpServer());

async function tokenOf(role: string, network = NAME): Promise<string> {
  const response = await server()
    .post('/api/v1/sessions')
    .send({ email: `${role}@${network}.example` })
    .expect(201);
  return response.body.token;
}

async function get(path: string, role = 'coordinator', network = NAME) {
  return server()
    .get(`/api/v1/${path}`)
    .set('authorization', `Bearer ${await tokenOf(role, network)}`);
}

describe('the API', () => {
  it('answers nothing about a network to somebody who has not signed in, in Japanese first', async () => {
    const japanese = await server().get('/api/v1/rounds').expect(401);
    expect(japanese.headers['content-type']).toContain('application/problem+json');
    expect(japanese.body).toMatchObject({ type: '/problems/not-signed-in', title: 'サインインしてください。' });
    const english = await server().get('/api/v1/rounds').set('accept-language', 'en-GB,ja;q=0.5').expect(401);
    expect(english.body.title).toBe('Please sign in.');
  });

  it('refuses a token that somebody has changed', async () => {
    const token = await tokenOf('coordinator');
    await server().get('/api/v1/rounds').set('authorization', `Bearer x${token}`).expect(401);
  });

  it('refuses fields that a sign-in does not have', async () => {
    await server()
      .post('/api/v1/sessions')
      .send({ email: `coordinator@${NAME}.example`, role: 'approver' })
      .expect(400);
  });

  it('shows a network its own rounds and lots only', async () => {
    expect((await get('rounds')).body.map((round: { id: string }) => round.id)).toEqual([roundId]);
    expect((await get('rounds', 'coordinator', 'stranger')).body).toEqual([]);
    expect((await get('lots', 'coordinator', 'stranger')).body).toEqual([]);
    const lots = (await get('lots')).body;
    expect(lots).toHaveLength(48);
    expect(lots.filter((lot: { heldBecause: string[] }) => lot.heldBecause.length > 0)).toHaveLength(1);
  });

  it('cannot approve another network’s proposal', async () => {
    const token = await tokenOf('approver', 'stranger');
    await server().post(`/api/v1/proposals/${proposalId}/approval`).set('authorization', `Bearer ${token}`).expect(404);
  });

  it('lets an auditor read and nothing else', async () => {
    expect((await get(`rounds/${roundId}/proposals`, 'auditor')).status).toBe(200);
    const token = await tokenOf('auditor');
    await server().post(`/api/v1/rounds/${roundId}/runs`).set('authorization', `Bearer ${token}`).expect(403);
  });

  it('queues a run and says so at once', async () => {
    const token = await tokenOf('coordinator');
    const response = await server().post(`/api/v1/rounds/${roundId}/runs`).set('authorization', `Bearer ${token}`).expect(202);
    const runs = (await get(`rounds/${roundId}/runs`)).body;
    expect(runs.find((run: { id: string }) => run.id === response.body.id)).toMatchObject({ status: 'queued' });
  });

  it('has the second person approve, and shows where every unit is', async () => {
    const approval = async (role: string) =>
      server()
        .post(`/api/v1/proposals/${proposalId}/approval`)
        .set('authorization', `Bearer ${await tokenOf(role)}`);
    const own = await approval('coordinator');
    expect([own.status, own.body.type]).toEqual([403, '/problems/second-person-needed']);
    expect((await approval('approver')).status).toBe(201);
    const { body } = await get(`rounds/${roundId}/figures`);
    const { offered, ...places } = body.units;
    expect(Object.values<number>(places).reduce((sum, units) => sum + units, 0)).toBe(offered);
    expect(body).toMatchObject({ conserved: true, units: { offered: 259_847, reserved: body.awarded } });
    const lot = (await get('lots')).body[0];
    const where = (await get(`lots/${lot.id}/whereabouts`)).body;
    expect(where.reduce((sum: number, place: { units: number }) => sum + place.units, 0)).toBe(lot.cases * lot.unitsPerCase);
  });

  it('answers a second click on approval, and a run of a decided round, with a conflict', async () => {
    const again = await server()
      .post(`/api/v1/proposals/${proposalId}/approval`)
      .set('authorization', `Bearer ${await tokenOf('approver')}`);
    expect([again.status, again.body.status, again.body.type]).toEqual([409, 409, '/problems/proposal-decided']);
    const run = await server()
      .post(`/api/v1/rounds/${roundId}/runs`)
      .set('authorization', `Bearer ${await tokenOf('coordinator')}`);
    expect([run.status, run.body.type]).toEqual([409, '/problems/round-not-open']);
  });

  it('knows nothing of another network’s rounds and lots, nor of ids that nobody has', async () => {
    const lotId = (await get('lots')).body[0].id;
    const paths = ['figures', 'groups', 'runs', 'proposals'].map((what) => `rounds/${roundId}/${what}`);
    for (const path of [...paths, `lots/${lotId}/whereabouts`])
      expect([path, (await get(path, 'coordinator', 'stranger')).status]).toEqual([path, 404]);
    expect((await get(`rounds/${deriveId('nothing')}/figures`)).status).toBe(404);
  });

  it('frees a held lot when a coordinator has read its condition, once', async () => {
    const held = (await get('lots')).body.find((lot: { heldBecause: unknown[] }) => lot.heldBecause.length > 0);
    const read = async () =>
      server()
        .post(`/api/v1/holds/${held.heldBecause[0].id}/reading`)
        .set('authorization', `Bearer ${await tokenOf('coordinator')}`)
        .send({ resolution: '電話で確認。条件なし' });
    expect((await read()).status).toBe(201);
    expect((await read()).status).toBe(409);
    expect((await get('lots')).body.filter((lot: { heldBecause: unknown[] }) => lot.heldBecause.length > 0)).toEqual([]);
  });

  it('says what is wrong with an id', async () => {
    expect((await get('rounds/nonsense/figures')).status).toBe(400);
    const unknown = await server()
      .post(`/api/v1/proposals/${deriveId('nothing')}/approval`)
      .set('authorization', `Bearer ${await tokenOf('approver')}`);
    expect(unknown.status).toBe(404);
  });

  it('is alive and ready', async () => {
    await server().get('/health/live').expect(200);
    await server().get('/health/ready').expect(200);
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
