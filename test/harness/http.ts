import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseModule } from '@wakachi/database';
import { FixedClock } from '@wakachi/kernel';
import { ClockModule, QueueModule } from '@wakachi/platform';
import request from 'supertest';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { AS_OF, TestApplication } from './application.js';

/** The API as it is run, over a database of its own; the domain's services beside it, to set things up. */
export class TestApi {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly domain: TestApplication,
    readonly app: NestFastifyApplication,
    readonly network: string,
  ) {}

  /** @param network whose people sign in when a test names no other */
  static async start(network: string): Promise<TestApi> {
    const domain = await TestApplication.start();
    const databaseUrl = domain.database.url;
    const imports = [
      ClockModule.forRoot(new FixedClock(AS_OF)),
      DatabaseModule.forRoot(databaseUrl),
      QueueModule.forRoot({ databaseUrl, redisUrl: null }),
      ApiModule,
    ];
    const app = await createApi({ module: class {}, imports }, { logger: false, abortOnError: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApi(domain, app, network);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.domain.stop();
  }

  server() {
    return request(this.app.getHttpServer());
  }

  async token(role = 'coordinator', network = this.network): Promise<string> {
    const email = `${role}@${network}.example`;
    const known = this.tokens.get(email);
    if (known) return known;
    const { body } = await this.server().post('/api/v1/sessions').send({ email }).expect(201);
    this.tokens.set(email, body.token);
    return body.token;
  }

  async get(path: string, role?: string, network?: string) {
    const token = await this.token(role, network);
    return this.server().get(`/api/v1/${path}`).set('authorization', `Bearer ${token}`);
  }

  async post(path: string, body?: object, { role, network, key = randomUUID() }: { role?: string; network?: string; key?: string } = {}) {
    const token = await this.token(role, network);
    return this.server()
      .post(`/api/v1/${path}`)
      .set({ authorization: `Bearer ${token}`, 'idempotency-key': key })
      .send(body);
  }

  async patch(path: string, body: object, etag?: string, role?: string) {
    const headers = { authorization: `Bearer ${await this.token(role)}`, ...(etag === undefined ? {} : { 'if-match': etag }) };
    return this.server().patch(`/api/v1/${path}`).set(headers).send(body);
  }
}
