import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { apiClient } from '../../apps/web/src/lib/api/client.js';
import { TestApi } from '../harness/http.js';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly security?: unknown;
  readonly responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}

const paths = JSON.parse(readFileSync('docs/openapi.json', 'utf8')).paths as Record<string, Record<string, Operation>>;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

describe('the document of the API', () => {
  it('is what the code says, and so are the web client’s types', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/openapi.mjs', '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  }, 60_000);

  it.each(operations.filter(([name]) => name.includes('/api/v1/')))(
    'describes %s: its name, in two languages, what it answers and what it refuses',
    (_, operation) => {
      const { operationId, summary, responses } = operation;
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(summary).toMatch(/^[^/]*[\u3040-\u30ff\u4e00-\u9fff][^/]* \/ [ -~’]+$/);
      const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      expect(Object.values(success?.[1].content ?? {}).every(({ schema }) => schema !== undefined)).toBe(true);
      expect(Object.keys(responses['default']?.content ?? {})).toEqual(['application/problem+json']);
    },
  );

  it('names every operation once', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('the web client', () => {
  const NAME = 'client';
  let api: TestApi;
  let url: string;

  beforeAll(async () => {
    api = await TestApi.start(NAME);
    await api.domain.network(NAME);
    await api.app.listen(0, '127.0.0.1');
    url = await api.app.getUrl();
  }, 60_000);
  afterAll(() => api.stop());

  it('signs in, registers a donor, takes an offer of it in and finds it again', async () => {
    const signedIn = await apiClient(url).POST('/api/v1/sessions', { body: { email: `coordinator@${NAME}.example` } });
    const client = apiClient(url, signedIn.data?.token);
    const donor = await client.POST('/api/v1/donors', { body: { name: '見本の会社' } });
    const donorId = donor.data?.id as string;
    const offer = await client.POST('/api/v1/offers', {
      params: { header: { 'Idempotency-Key': randomUUID() } },
      body: {
        ...{ donorId, hubId: null, itemName: '石けん', category: 'daily-goods', temperature: 'ambient', freightPaidBy: 'donor' },
        ...{ cases: 3, unitsPerCase: 10 },
      },
    });
    expect(offer.data?.lots).toMatchObject([{ donorId, cases: 3, unitsPerCase: 10 }]);
    const lots = await client.GET('/api/v1/lots', { params: { query: { donorId, limit: 10 } } });
    expect(lots.data?.items.map((lot) => lot.id)).toEqual(offer.data?.lots.map((lot) => lot.id));
  });

  it('is told what is wrong, as a problem', async () => {
    const { error, response } = await apiClient(url).POST('/api/v1/sessions', { body: { email: 'nobody@nowhere.example' } });
    expect([response.status, error?.type]).toEqual([401, '/problems/unknown-person']);
  });
});
