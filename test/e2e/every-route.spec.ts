import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TestApi } from '../harness/http.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const NAME = 'every-route';
/** They say who somebody is, or need nobody to say it. */
const FOR_EVERYBODY = ['post /api/v1/sessions', 'get /api/v1/session'];
/** What neither moves goods nor decides; a name that is taken keeps it from happening twice. */
/** People of a group keep its stock. */
const FOR_GROUPS = /\/(stock\/\w|sites\/)/;
const STOCK_COMMANDS = ['receipts', 'hand-outs', 'moves', 'disposals', 'adjustments', 'stocktakes', 'batches'];
const WITHOUT_KEY = [
  ...['post /api/v1/sessions', 'post /api/v1/donors', 'post /api/v1/hubs', 'post /api/v1/rounds', 'post /api/v1/groups/{groupId}/sites'],
  // The command's own id is the key.
  ...STOCK_COMMANDS.map((name) => `post /api/v1/stock/${name}`),
  ...['post /api/v1/parked-commands/{commandId}/retry', 'post /api/v1/parked-commands/{commandId}/dismissal'],
];

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, Record<string, Operation>> };
const routes = Object.entries(paths)
  .filter(([path]) => path.startsWith('/api/v1/'))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, method, path, operation })),
  );
const guarded = routes.filter(({ name }) => !FOR_EVERYBODY.includes(name));

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start(NAME);
  await api.domain.network(NAME);
}, 60_000);
afterAll(() => api.stop());

async function call(method: string, path: string, role: string | null, id: string = randomUUID()) {
  const sent = api.server()[method as 'get' | 'post' | 'patch'](path.replace('{month}', '2026-10').replace(/\{\w+\}/g, id));
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"x"' };
  return sent.set(role === null ? headers : { ...headers, authorization: `Bearer ${await api.token(role)}` });
}

describe('every route', () => {
  it.each(guarded)('$name is for nobody who has not signed in', async ({ method, path }) => {
    expect((await call(method, path, null)).status).toBe(401);
  });

  it.each(guarded)('$name is for those who decide, and to read for auditors', async ({ method, path }) => {
    const outsiders = FOR_GROUPS.test(path) ? ['hub-operator'] : ['hub-operator', 'group-admin'];
    for (const role of outsiders) expect((await call(method, path, role)).body.type).toBe('/problems/role-not-allowed');
    const { status, body } = await call(method, path, 'auditor');
    if (method === 'get') expect([200, 404]).toContain(status);
    else expect(body.type).toBe('/problems/read-only-role');
  });

  it.each(guarded)('$name answers an unknown id, or nothing, with a problem and never with a fault of ours', async ({ method, path }) => {
    for (const id of [randomUUID(), 'nonsense', '%00', '0x10', '٣']) {
      const { status, headers } = await call(method, path, 'coordinator', id);
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(headers['content-type']).toContain('application/problem+json');
      if (path.includes('Id}')) expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it.each(routes.filter(({ method }) => method === 'post'))('$name has one effect however often it is sent', ({ name, operation }) => {
    const keyed = operation.parameters?.some((parameter) => parameter.name === 'Idempotency-Key') ?? false;
    expect(keyed).toBe(!WITHOUT_KEY.includes(name));
  });

  it.each(routes.filter(({ method }) => method === 'patch'))('$name needs the tag of what was read', async ({ path, operation }) => {
    expect(operation.parameters?.map((parameter) => parameter.name)).toContain('If-Match');
    expect(routes.map(({ name }) => name)).toContain(`get ${path}`);
  });
});
