import { readFileSync } from 'node:fs';
import { Lot } from '@wakachi/donations';
import { Site } from '@wakachi/groups';
import { deriveId, newId, systemClock } from '@wakachi/kernel';
import { accounts, move, StockLedger } from '@wakachi/stock-ledger';
import { TestApi } from '../../harness/http.js';

/** Every ```http block of the page with the ```json STATUS block that follows it. */
const PAGE = readFileSync('docs/stock-api.md', 'utf8');
const EXAMPLES = [...PAGE.matchAll(/```http\n(GET|POST) (\S+)\n([\s\S]*?)```\s+(?:[^`]*?)```json (\d+)\n([\s\S]*?)```/g)].map((match) => ({
  method: match[1] as string,
  path: match[2] as string,
  body: match[3] as string,
  status: Number(match[4]),
  answer: match[5] as string,
}));

describe('docs/stock-api.md', () => {
  const known = new Map<string, string>();
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start('worked');
    const { networkId } = await api.domain.sampleRound('worked');
    await api.domain.db.inNetwork(networkId, async (tx) => {
      const lot = await tx.findOneByOrFail(Lot, { lineNumber: 1 });
      const [site] = (await tx.find(Site, { order: { id: 'ASC' }, take: 1 })) as [Site];
      await api.domain.get(StockLedger).post(tx, networkId, {
        commandId: deriveId('worked', 'supply'),
        kind: 'supply',
        effectiveAt: new Date('2026-11-01T00:00:00Z'),
        actorId: null,
        reason: null,
        postings: [move(networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.groupOnHand(site.groupId), 100)],
      });
      for (const [name, value] of Object.entries({ site: site.id, group: site.groupId, lot: lot.id })) known.set(name, value);
    });
    known.set('device', newId(systemClock));
  });
  afterAll(() => api.stop());

  const filled = (text: string) =>
    text.replace(/\{\{([\w:]+)\}\}/g, (_, name: string) => {
      if (name.startsWith('uuid7:') && !known.has(name)) known.set(name, newId(systemClock));
      return known.get(name) as string;
    });

  it('has its examples', () => {
    expect(EXAMPLES).toHaveLength(PAGE.match(/```http/g)?.length ?? 0);
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(9);
  });

  it.each(EXAMPLES)('$method $path answers $status', async ({ method, path, body, status, answer }) => {
    const place = filled(path).replace('/api/v1/', '');
    const given = method === 'GET' ? await api.get(place) : await api.post(place, JSON.parse(filled(body)));
    expect(given.status).toBe(status);
    expect(given.body).toMatchObject(withAny(JSON.parse(filled(answer))));
  });
});

/** `"…"` in an example is any value. */
function withAny(value: unknown): never {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => (inner === '…' ? expect.anything() : inner)) as never;
}
