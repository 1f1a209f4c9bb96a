import { HubIntakes } from '@wakachi/logistics';
import { RoundRun, RunHandler } from '@wakachi/rounds';
import { sample } from '../harness/application.js';
import { TestApi } from '../harness/http.js';

const NAME = 'resources';
let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(NAME);
  await api.domain.network(NAME);
  await api.domain.network('stranger');
}, 60_000);
afterAll(() => api.stop());

async function upload(path: string, bytes: Uint8Array) {
  const headers = { authorization: `Bearer ${await api.token()}`, 'idempotency-key': crypto.randomUUID() };
  return api
    .server()
    .post(`/api/v1/${path}`)
    .set({ ...headers, 'content-type': 'application/octet-stream' })
    .send(Buffer.from(bytes));
}

async function all(path: string): Promise<Record<string, never>[]> {
  const items: Record<string, never>[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}limit=200${next && `&cursor=${next}`}`);
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

/** One round by HTTP alone, but for the worker's part. */
describe('a round, from the sheets to the groups', () => {
  let roundId: string;
  let proposalId: string;

  it('takes a sheet of offers in, once, when its hubs are open', async () => {
    const { bytes } = await sample('offers.xlsx');
    const early = await upload('offers/imports?fileName=offers.xlsx', bytes);
    expect([early.status, early.body.type]).toEqual([422, '/problems/unknown-hub']);
    for (const name of ['東京', '佐賀']) expect((await api.post('hubs', { name })).status).toBe(200);
    const taken = await upload('offers/imports?fileName=offers.xlsx', bytes);
    expect([taken.status, taken.body.lines, taken.body.held]).toEqual([201, 48, 1]);
    expect((await upload('offers/imports', bytes)).body.type).toBe('/problems/already-imported');
    const broken = await upload('offers/imports?fileName=x.xlsx', bytes.subarray(0, 9_000));
    expect(broken.status).toBe(422);
    expect([(await all('offers')).length, (await all('donors')).length, (await all('lots')).length]).toEqual([48, 34, 48]);
  });

  it('finds lots by what they are', async () => {
    const frozen = await all('lots?temperature=frozen');
    expect(new Set(frozen.map((lot) => lot['temperature']))).toEqual(new Set(['frozen']));
    const soon = await all('lots?goodUntil=2027-03-31&sort=effectiveUntil');
    const dates = soon.map((lot) => lot['effectiveUntil'] as unknown as string);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual([...dates].sort());
    expect(dates.every((date) => date <= '2027-03-31')).toBe(true);
    const [lot] = await all('lots?sort=-name');
    expect(await all(`lots?donorId=${lot?.['donorId']}`)).toContainEqual(lot);
  });

  it('takes the register in and corrects how a group is reached', async () => {
    const taken = await upload('groups/imports?fileName=groups.csv', (await sample('groups.csv')).bytes);
    expect([taken.status, taken.body.groups]).toEqual([201, 100]);
    const [group] = await all('groups?search=G001');
    const read = await api.get(`groups/${group?.['id']}`);
    const change = { phone: '03-0000-0000', deliveryAddress: '東京都見本区1-2-3' };
    const corrected = await api.patch(`groups/${group?.['id']}`, change, read.headers['etag']);
    expect(corrected.body).toEqual({ ...read.body, ...change });
    const again = await api.patch(`groups/${group?.['id']}`, { fax: null }, read.headers['etag']);
    expect(again.body.type).toBe('/problems/changed-meanwhile');
  });

  it('opens a round and takes the answers in', async () => {
    const round = { name: '冬の配分回', arrivalDate: '2026-12-10', measure: 'units', policy: 'lot-by-lot' };
    const opened = await api.post('rounds', round);
    expect([opened.status, opened.body.status]).toEqual([201, 'open']);
    roundId = opened.body.id;
    expect((await api.post('rounds', round)).body.type).toBe('/problems/round-name-taken');
    const taken = await upload(`rounds/${roundId}/entries/imports?fileName=entries.csv`, (await sample('entries.csv')).bytes);
    expect([taken.status, taken.body.entries]).toEqual([201, 100]);
    expect((await api.post(`rounds/${roundId}/entries`)).body.type).toBe('/problems/entries-already-taken');
    expect(await all(`rounds/${roundId}/entries?takesPart=true`)).toHaveLength(taken.body.takingPart);
  });

  it('settles an entry with a reason, while nobody else does', async () => {
    const [entry] = await all(`rounds/${roundId}/entries?takesPart=true`);
    const path = `entries/${entry?.['id']}`;
    const tag = (await api.get(path)).headers['etag'] as string;
    const reason = '電話で確認';
    const settled = await api.patch(path, { approvedHouseholds: 7, reason }, tag);
    expect(settled.body).toEqual({ ...entry, approvedHouseholds: 7 });
    expect((await api.patch(path, { takesPart: false, reason }, tag)).status).toBe(412);
    const next = settled.headers['etag'] as string;
    const unfit = await api.patch(path, { takesPart: false, approvedHouseholds: 3, reason }, next);
    expect(unfit.body.type).toBe('/problems/entry-households-unfit');
    expect((await api.patch(path, { takesPart: false }, next)).body.errors).toEqual([{ pointer: '/reason', detail: '必須の項目です' }]);
  });

  it('runs, shows the frozen bytes, and sends one proposal back', async () => {
    const rejected = await propose();
    const rejection = (role: string) => api.post(`proposals/${rejected}/rejection`, { reason: '世帯数の訂正待ち' }, { role });
    expect((await rejection('coordinator')).body.type).toBe('/problems/second-person-needed');
    expect((await rejection('approver')).body).toMatchObject({ status: 'rejected' });
    proposalId = await propose();
    const { runId } = (await api.get(`proposals/${proposalId}`)).body;
    const frozen = await api.domain.db.inNetwork(await networkId(), (tx) => tx.findOneByOrFail(RoundRun, { id: runId }));
    const [input, solution] = [await api.get(`runs/${runId}/input`), await api.get(`runs/${runId}/solution`)];
    expect([input.text, solution.text]).toEqual([frozen.input, frozen.solution]);
    const lines = await all(`proposals/${proposalId}/lines`);
    const cases = lines.reduce((sum, line) => sum + Number(line['cases']), 0);
    const awards: { cases: number }[] = JSON.parse(solution.text).awards;
    expect([lines.length, cases]).toEqual([awards.length, awards.reduce((sum, award) => sum + award.cases, 0)]);
  });

  it('has no plan before a worker made one', async () => {
    const { body } = await api.post(`rounds/${roundId}/runs`);
    expect((await api.get(`runs/${body.id}/solution`)).body.type).toBe('/problems/run-without-solution');
  });

  it('approves, orders shipments, counts in, sends and receives, and every unit stays accounted for', async () => {
    const approved = await api.post(`proposals/${proposalId}/approval`, undefined, { role: 'approver' });
    expect(approved.status).toBe(201);
    expect(await all(`awards?roundId=${roundId}`)).toHaveLength(approved.body.awards);
    const ordered = await api.post(`rounds/${roundId}/shipments`);
    const shipments = await all(`shipments?roundId=${roundId}&status=ordered`);
    expect(shipments.map(({ id }) => id).sort()).toEqual([...ordered.body.shipmentIds].sort());
    const [hub] = await all('hubs');
    const [first] = await all(`shipments?hubId=${hub?.['id']}`);
    const path = `shipments/${first?.['id']}`;
    const { lines } = (await api.get(path)).body as { lines: { id: string; lotId: string; units: number }[] };
    expect((await api.post(`${path}/dispatch`)).body.type).toMatch(/not-counted-in|site-not-confirmed/);
    for (const lotId of new Set(lines.map((line) => line.lotId))) await countIn(String(hub?.['id']), lotId);
    await confirmSite(String(first?.['groupId']));
    expect((await api.post(`${path}/dispatch`)).body).toMatchObject({ status: 'dispatched' });
    await receive(path, lines);
    expect((await api.get(`rounds/${roundId}/figures`)).body.conserved).toBe(true);
  });

  it('lists no hand-outs before there are any', async () => {
    expect((await api.get('hand-outs')).body).toEqual({ items: [], next: null });
  });

  it('shows another network none of it', async () => {
    for (const list of ['donors', 'offers', 'lots', 'groups', 'rounds', 'hubs', 'awards', 'shipments', 'receipts', 'hand-outs'])
      expect([list, (await api.get(list, 'coordinator', 'stranger')).body.items]).toEqual([list, []]);
    for (const list of ['donors', 'offers', 'lots', 'groups', 'rounds', 'hubs', 'shipments', 'receipts']) {
      const [one] = await all(list);
      expect([list, (await api.get(`${list}/${one?.['id']}`, 'coordinator', 'stranger')).status]).toEqual([list, 404]);
      expect([list, (await api.get(`${list}/${one?.['id']}`)).status]).toEqual([list, 200]);
    }
  });

  async function networkId(): Promise<string> {
    return (await api.get('session')).body.networkId;
  }

  async function propose(): Promise<string> {
    const { body: run } = await api.post(`rounds/${roundId}/runs`);
    await api.domain.get(RunHandler).handle(await networkId(), run.id);
    const [proposal] = (await api.get(`rounds/${roundId}/proposals?status=proposed`)).body.items;
    expect(proposal.runId).toBe(run.id);
    return proposal.id;
  }

  async function countIn(hubId: string, lotId: string): Promise<void> {
    const { cases, unitsPerCase } = (await api.get(`lots/${lotId}`)).body;
    const counted = await api.post(`hubs/${hubId}/intakes`, { lotId, countedUnits: cases * unitsPerCase });
    expect([counted.status, counted.body.expectedUnits]).toEqual([201, cases * unitsPerCase]);
    expect((await api.get(`hubs/${hubId}/intakes?lotId=${lotId}`)).body.items).toEqual([counted.body]);
  }

  async function confirmSite(groupId: string): Promise<void> {
    const tag = (await api.get(`groups/${groupId}`)).headers['etag'];
    expect((await api.patch(`groups/${groupId}`, { deliveryAddress: '見本市1-1' }, tag)).status).toBe(200);
  }

  async function receive(path: string, lines: readonly { id: string; units: number }[]): Promise<void> {
    const counts = lines.map((line) => ({ shipmentLineId: line.id, received: line.units - 1, short: 1, damaged: 0 }));
    const confirm = (body: object[]) => api.post(`${path}/receipt`, { lines: body });
    expect((await confirm([...counts, { ...counts[0], received: 0 }])).body.type).toBe('/problems/receipt-line-unknown');
    expect((await confirm(counts.map((line) => ({ ...line, short: 2 })))).body.type).toBe('/problems/receipt-does-not-add-up');
    const negative = await confirm(counts.map((line) => ({ ...line, short: -1 })));
    expect(negative.body.errors[0]).toEqual({ pointer: '/lines/0/short', detail: '0 以上にしてください' });
    const received = await confirm(counts);
    expect([received.status, received.body.lines.length]).toEqual([201, lines.length]);
    expect((await api.get(`receipts/${received.body.id}`)).body).toEqual(received.body);
  }
});

describe('an offer by form', () => {
  const form = {
    ...{ hubId: null, itemName: '見本カレー', category: 'retort', temperature: 'ambient', cases: 5, unitsPerCase: 30 },
    ...{ dateLabel: { kind: 'best-before', date: '2027-03' }, allergens: ['小麦', '乳'], freightPaidBy: 'donor' },
  };
  let donorId: string;

  beforeAll(async () => {
    donorId = (await api.post('donors', { name: '手入力の会社' })).body.id;
  });

  it('is read as a line of the sheet is: known conditions are rules, and others hold the lot', async () => {
    const known = await api.post('offers', { ...form, donorId, conditionText: '九州限定、SNS掲載不可' });
    expect(known.body.lots[0]).toMatchObject({
      effectiveUntil: '2027-03-31',
      terms: ['no-social-media'],
      heldBecause: [],
      allergens: ['小麦', '乳'],
    });
    expect(known.body.lots[0].prefectures).toContain('40');
    const strange = await api.post('offers', { ...form, donorId, conditionText: '社長の許可があれば可' });
    expect(strange.body.lots[0].heldBecause.map(({ text }: { text: string }) => text)).toEqual(['社長の許可があれば可']);
    const where = (await api.get(`lots/${known.body.lots[0].id}/whereabouts`)).body;
    expect(where).toMatchObject([{ kind: 'donor-pledged', units: 150 }]);
  });

  it('breaks the rules that a sheet would break, each with its place', async () => {
    const refused = await api.post('offers', {
      ...{ ...form, donorId, allergens: null, gtin: '4900000000000' },
      dateLabel: { kind: 'use-by', date: '2027-03' },
    });
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/offer-refused']);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/allergens',
      '/dateLabel/date',
      '/gtin',
    ]);
    const past = await api.post('offers', { ...form, donorId, dateLabel: { kind: 'best-before', date: '2026-11-23' } });
    expect(past.body.errors).toEqual([{ pointer: '/dateLabel/date', detail: '賞味期限（2026-11-23）が 2026-11-24 より前です' }]);
    const nobody = await api.post('offers', { ...form, donorId: crypto.randomUUID() });
    expect([nobody.status, nobody.body.type]).toEqual([404, '/problems/donor-not-found']);
  });

  it('can be withdrawn while nobody was given anything of it, once', async () => {
    const { body: offer } = await api.post('offers', { ...form, donorId });
    const withdraw = () => api.post(`offers/${offer.id}/withdrawal`, { reason: '在庫の数え違い' });
    expect((await withdraw()).body).toMatchObject({ id: offer.id, status: 'withdrawn' });
    expect((await api.get(`lots/${offer.lots[0].id}/whereabouts`)).body).toEqual([]);
    expect((await withdraw()).body.type).toBe('/problems/offer-withdrawn');
  });

  it('cannot be withdrawn once it was counted in', async () => {
    const [hub] = await all('hubs');
    const { body: offer } = await api.post('offers', { ...form, donorId, hubId: hub?.['id'] });
    const lotId = offer.lots[0].id as string;
    const counted = { intakeId: crypto.randomUUID(), hubId: String(hub?.['id']), lotId, countedUnits: 150 };
    await api.domain
      .get(HubIntakes)
      .countIn((await api.get('session')).body.networkId, { ...counted, countedBy: api.domain.person(NAME, 'coordinator') });
    const refused = await api.post(`offers/${offer.id}/withdrawal`, { reason: 'やめたい' });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/offer-in-use']);
    expect((await api.get(`offers/${offer.id}`)).body.status).toBe('lotted');
  });

  it('belongs to a donor whatever name it has by now', async () => {
    const tag = (await api.get(`donors/${donorId}`)).headers['etag'];
    await api.patch(`donors/${donorId}`, { name: '改名した会社' }, tag);
    expect((await api.post('donors', { name: '手入力の会社' })).body.type).toBe('/problems/donor-name-taken');
    expect((await all(`offers?donorId=${donorId}`)).length).toBeGreaterThan(0);
  });
});
