import { Person } from '@wakachi/access';
import { Lot } from '@wakachi/donations';
import { Site } from '@wakachi/groups';
import { deriveId, newId, systemClock } from '@wakachi/kernel';
import { accounts, discrepancies, move, StockLedger } from '@wakachi/stock-ledger';
import type { EntityManager } from 'typeorm';
import { TestApi } from '../../harness/http.js';

const NAME = 'stock-api';
const NOW = '2026-11-24T09:00:00+09:00';

let api: TestApi;
let networkId: string;
let roundId: string;
let lots: Lot[];
/** The main sites of two groups; the group-admin belongs to the first. */
let [ours, theirs]: Site[] = [];

beforeAll(async () => {
  api = await TestApi.start(NAME);
  ({ networkId, roundId } = await api.domain.sampleRound(NAME));
  await api.domain.db.inNetwork(networkId, async (tx) => {
    lots = await tx.find(Lot, { where: { food: true }, order: { lineNumber: 'ASC' }, take: 6 });
    [ours, theirs] = await tx.find(Site, { order: { id: 'ASC' }, take: 2 });
    await tx.update(Person, { role: 'group-admin' }, { groupId: (ours as Site).groupId });
    await api.domain.get(StockLedger).post(tx, networkId, {
      commandId: deriveId('stock-api', 'supply'),
      kind: 'supply',
      effectiveAt: new Date('2026-11-01T00:00:00Z'),
      actorId: null,
      reason: null,
      postings: lots.flatMap((lot) =>
        [ours, theirs].map((site) =>
          move(networkId, lot.id, accounts.donorPledged(lot.donorId), accounts.groupOnHand((site as Site).groupId), 100),
        ),
      ),
    });
  });
});
afterAll(() => api.stop());
afterEach(async () => expect(await api.domain.db.inNetwork(networkId, discrepancies)).toEqual([]));

const id = () => newId(systemClock);
const lot = (n: number) => (lots[n] as Lot).id;
const at = (site: Site | undefined) => (site as Site).id;

async function unitsOf(n: number, site = at(ours)): Promise<number> {
  const { body } = await api.get(`sites/${site}/stock?lotId=${lot(n)}`);
  return body.items[0]?.units ?? 0;
}

function asMember(path: string, body: object) {
  return api.post(path, body, { role: 'group-admin' });
}

describe('single commands', () => {
  it('hands out, once however often it is sent, and counts the families', async () => {
    const before = await unitsOf(0);
    const command = { id: id(), occurredAt: NOW, siteId: at(ours), households: 3, children: 4, lines: [{ lotId: lot(0), units: 6 }] };
    expect((await asMember('stock/hand-outs', command)).body).toEqual({ id: command.id, replayed: false });
    expect((await asMember('stock/hand-outs', command)).body).toEqual({ id: command.id, replayed: true });
    expect(await unitsOf(0)).toBe(before - 6);
    const handOut = await api.get(`hand-outs/${command.id}`);
    expect(handOut.body).toMatchObject({ households: 3, children: 4, handedOutOn: '2026-11-24', lines: [{ lotId: lot(0), units: 6 }] });
  });

  it('moves to another site of the group and shows both', async () => {
    const added = await api.post(`groups/${(ours as Site).groupId}/sites`, { name: '第二倉庫' });
    expect(added.status).toBe(201);
    const before = await unitsOf(1);
    const command = { id: id(), occurredAt: NOW, siteId: at(ours), toSiteId: added.body.id, lines: [{ lotId: lot(1), units: 40 }] };
    expect((await asMember('stock/moves', command)).status).toBe(200);
    expect([await unitsOf(1), await unitsOf(1, added.body.id)]).toEqual([before - 40, 40]);
    const same = await asMember('stock/moves', { ...command, id: id(), toSiteId: at(ours) });
    expect([same.status, same.body.type]).toEqual([422, '/problems/same-site']);
  });

  it('disposes and adjusts with a reason, up and down, and counts what differs', async () => {
    const before = await unitsOf(2);
    await asMember('stock/disposals', {
      id: id(),
      occurredAt: NOW,
      siteId: at(ours),
      reason: '水ぬれ',
      lines: [{ lotId: lot(2), units: 5 }],
    });
    const up = { id: id(), occurredAt: NOW, siteId: at(ours), reason: '数え直し', lines: [{ lotId: lot(2), difference: 7 }] };
    expect((await asMember('stock/adjustments', up)).status).toBe(200);
    await asMember('stock/adjustments', { ...up, id: id(), lines: [{ lotId: lot(2), difference: -3 }] });
    expect(await unitsOf(2)).toBe(before - 5 + 7 - 3);
    const count = { id: id(), occurredAt: NOW, siteId: at(ours), lines: [{ lotId: lot(2), expected: before - 1, counted: before - 11 }] };
    expect((await asMember('stock/stocktakes', count)).body.replayed).toBe(false);
    expect((await asMember('stock/stocktakes', count)).body.replayed).toBe(true);
    expect(await unitsOf(2)).toBe(before - 11);
    const inPlace = { ...count, id: id(), lines: [{ lotId: lot(2), expected: 1, counted: 1 }] };
    expect((await asMember('stock/stocktakes', inPlace)).body).toEqual({ id: inPlace.id, replayed: false });
    const other = await asMember('stock/stocktakes', { ...inPlace, lines: [{ lotId: lot(2), expected: 1, counted: 2 }] });
    expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-conflict']);
  });

  it('lists movements by voucher, newest first, a page at a time', async () => {
    const first = await api.get(`sites/${at(ours)}/movements?limit=2&lotId=${lot(2)}`, 'group-admin');
    const second = await api.get(`sites/${at(ours)}/movements?limit=200&lotId=${lot(2)}&cursor=${first.body.next}`, 'group-admin');
    const all = [...first.body.items, ...second.body.items];
    const vouchers = all.map(({ voucher }: { voucher: number }) => voucher);
    expect(vouchers).toEqual([...vouchers].sort((a, b) => b - a));
    expect(all.map(({ kind }: { kind: string }) => kind)).toEqual(['stocktake', 'adjust', 'adjust', 'dispose', 'supply']);
    expect(all.reduce((sum: number, { lines }: { lines: { change: number }[] }) => sum + (lines[0]?.change ?? 0), 0)).toBe(
      await unitsOf(2),
    );
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const before = await unitsOf(3);
    const give = (change: object) =>
      asMember('stock/hand-outs', {
        id: id(),
        occurredAt: NOW,
        siteId: at(ours),
        households: 1,
        children: 0,
        lines: [{ lotId: lot(3), units: 1 }],
        ...change,
      });
    const refusals = [
      await give({ lines: [{ lotId: lot(3), units: 1_000 }] }),
      await give({ lines: [{ lotId: id(), units: 1 }] }),
      await give({ siteId: at(theirs) }),
      await give({ siteId: id() }),
      await give({ occurredAt: '2036-11-24T09:00:00+09:00' }),
      await give({ occurredAt: '2016-11-24T09:00:00+09:00' }),
      await give({ id: '3f9d2b52-6f0e-4c64-8a6a-0f4c4f8f6f11' }),
      await give({ occurredAt: '2026-11-24' }),
      await give({
        lines: [
          { lotId: lot(3), units: 1 },
          { lotId: lot(3), units: 2 },
        ],
      }),
    ];
    expect(refusals.map(({ status, body }) => `${status} ${body.type.slice('/problems/'.length)}`)).toEqual([
      '409 insufficient-stock',
      '404 unknown-lot',
      '403 group-not-yours',
      '404 site-not-found',
      '422 time-implausible',
      '422 time-implausible',
      '422 request-invalid',
      '422 request-invalid',
      '422 request-invalid',
    ]);
    expect(await unitsOf(3)).toBe(before);
  });

  it('refuses a count of goods that nobody knows, alone or in a batch, and takes what else is sent', async () => {
    const count = (lotId: string) => ({ id: id(), occurredAt: NOW, siteId: at(ours), lines: [{ lotId, expected: 1, counted: 1 }] });
    const alone = await asMember('stock/stocktakes', count(id()));
    expect([alone.status, alone.body.type]).toEqual([404, '/problems/unknown-lot']);
    const commands = [id(), lot(3)].map((lotId, n) => ({ type: 'stocktake', sequence: n + 1, ...count(lotId) }));
    const { body } = await asMember('stock/batches', { deviceId: id(), commands });
    expect(body.verdicts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['parked', 'applied']);
  });

  it('refuses a hand-out after the last good day, and lets it be disposed of', async () => {
    const dated = lots.find(({ effectiveUntil }) => effectiveUntil !== null) as Lot;
    await api.domain.db.inNetwork(networkId, (tx) => tx.update(Lot, { id: dated.id }, { effectiveUntil: '2026-11-23' }));
    const lines = [{ lotId: dated.id, units: 1 }];
    const late = await asMember('stock/hand-outs', { id: id(), occurredAt: NOW, siteId: at(ours), households: 1, children: 0, lines });
    await api.domain.db.inNetwork(networkId, (tx) => tx.update(Lot, { id: dated.id }, { effectiveUntil: dated.effectiveUntil }));
    expect(late.status).toBe(409);
    expect(late.body.type).toMatch(/best-before-past|use-by-past/);
    expect((await asMember('stock/disposals', { id: id(), occurredAt: NOW, siteId: at(ours), reason: '期限切れ', lines })).status).toBe(
      200,
    );
  });

  it('judges by what is true now, whatever was true a moment ago', async () => {
    const token = await api.token('group-admin');
    const dated = lots.find(({ effectiveUntil }) => effectiveUntil !== null) as Lot;
    const send = () =>
      api
        .server()
        .post('/api/v1/stock/hand-outs')
        .set('authorization', `Bearer ${token}`)
        .send({ id: id(), occurredAt: NOW, siteId: at(ours), households: 1, children: 0, lines: [{ lotId: dated.id, units: 1 }] });
    const during = async (change: (tx: EntityManager) => Promise<unknown>, undo: (tx: EntityManager) => Promise<unknown>) => {
      await api.domain.db.inNetwork(networkId, change);
      const { status, body } = await send();
      await api.domain.db.inNetwork(networkId, undo);
      return [status, body.type];
    };
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    const active = (yes: boolean) => (tx: EntityManager) => tx.update(Person, { role: 'group-admin' }, { active: yes });
    expect(await during(active(false), active(true))).toEqual([403, '/problems/membership-ended']);
    expect((await send()).status).toBe(200);
    const until = (day: string | null) => (tx: EntityManager) => tx.update(Lot, { id: dated.id }, { effectiveUntil: day });
    expect((await during(until('2026-11-23'), until(dated.effectiveUntil)))[0]).toBe(409);
    expect((await send()).status).toBe(200);
  });

  it('lets a volunteer read nothing of another group', async () => {
    const refused = await api.get(`sites/${at(theirs)}/stock`, 'group-admin');
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/group-not-yours']);
    expect((await api.get(`rounds/${roundId}`, 'group-admin')).status).toBe(403);
  });
});

describe('batches of a phone', () => {
  const give = (sequence: number, change: object = {}) => ({
    sequence,
    type: 'hand-out',
    id: id(),
    occurredAt: NOW,
    siteId: at(ours),
    households: 1,
    children: 0,
    lines: [{ lotId: lot(4), units: 1 }],
    ...change,
  });
  const outcomes = (body: { verdicts: { outcome: string }[] }) => body.verdicts.map(({ outcome }) => outcome);

  it('gives each command its verdict, and the same one for ever: replayed, shuffled, split, in two tabs', async () => {
    const [deviceId, before] = [id(), await unitsOf(4)];
    const commands = [1, 2, 3, 4, 5, 6].map((sequence) => give(sequence));
    const first = await asMember('stock/batches', { deviceId, commands });
    expect(outcomes(first.body)).toEqual(Array(6).fill('applied'));
    for (let turn = 0; turn < 10; turn += 1) {
      const shuffled = [...commands].sort(() => Math.random() - 0.5);
      const halves = [shuffled.slice(0, 3), shuffled.slice(2)];
      const [one, two] = await Promise.all(halves.map((half) => asMember('stock/batches', { deviceId, commands: half })));
      for (const answer of [one, two])
        expect(answer?.body.verdicts.every((v: { outcome: string; replayed: boolean }) => v.outcome === 'applied' && v.replayed)).toBe(
          true,
        );
    }
    expect(await unitsOf(4)).toBe(before - 6);
  });

  it('applies new commands sent by two tabs at once exactly once', async () => {
    const [deviceId, before] = [id(), await unitsOf(4)];
    const commands = [1, 2, 3, 4, 5].map((sequence) => give(sequence));
    const tabs = await Promise.all(
      [commands, [...commands].reverse(), commands].map((sent) => asMember('stock/batches', { deviceId, commands: sent })),
    );
    for (const tab of tabs) expect(outcomes(tab.body)).toEqual(Array(5).fill('applied'));
    expect(await unitsOf(4)).toBe(before - 5);
  });

  it('applies all that can be, in their order, when one in the middle of many cannot', async () => {
    const [deviceId, before] = [id(), await unitsOf(4)];
    const commands = Array.from({ length: 30 }, (_, i) => give(i + 1, i === 17 ? { lines: [{ lotId: lot(4), units: before }] } : {}));
    const first = await asMember('stock/batches', { deviceId, commands });
    expect(outcomes(first.body)).toEqual(commands.map((_, i) => (i === 17 ? 'parked' : 'applied')));
    expect(first.body.verdicts.map((v: { id: string }) => v.id)).toEqual(commands.map((c) => c.id));
    expect(first.body.verdicts[17].problem.type).toContain('insufficient-stock');
    expect(await unitsOf(4)).toBe(before - 29);
    const { body } = await api.get(`hand-outs/${commands[16]?.id}`);
    expect(body).toMatchObject({ households: 1, lines: [{ lotId: lot(4), units: 1 }] });
  });

  it('52 the same id with other contents is a conflict, and the first stands', async () => {
    const [deviceId, before] = [id(), await unitsOf(4)];
    const command = give(1);
    await asMember('stock/batches', { deviceId, commands: [command] });
    const { body } = await asMember('stock/batches', { deviceId, commands: [{ ...command, lines: [{ lotId: lot(4), units: 2 }] }] });
    expect(body.verdicts[0]).toMatchObject({ outcome: 'conflict', problem: { type: '/problems/idempotency-conflict' } });
    expect(await unitsOf(4)).toBe(before - 1);
  });

  it('53 a clock ten years off parks the command, before or behind', async () => {
    const commands = [give(1, { occurredAt: '2036-11-24T09:00:00+09:00' }), give(2, { occurredAt: '2016-11-24T09:00:00+09:00' }), give(3)];
    const { body } = await asMember('stock/batches', { deviceId: id(), commands });
    expect(outcomes(body)).toEqual(['parked', 'parked', 'applied']);
    expect(body.verdicts[0].problem.type).toBe('/problems/time-implausible');
    const retried = await api.post(`parked-commands/${commands[0]?.id}/retry`, { datedNow: true });
    expect([retried.status, retried.body]).toEqual([200, { outcome: 'applied' }]);
    const again = await asMember('stock/batches', { deviceId: id(), commands });
    expect(outcomes(again.body)).toEqual(['applied', 'parked', 'applied']);
  });

  it('54 a gap in the sequence is named until it arrives', async () => {
    const deviceId = id();
    const commands = [1, 2, 4, 7].map((sequence) => give(sequence));
    const { body } = await asMember('stock/batches', { deviceId, commands });
    expect(body.missing).toEqual([
      { from: 3, to: 3 },
      { from: 5, to: 6 },
    ]);
    const filled = await asMember('stock/batches', { deviceId, commands: [3, 5, 6].map((sequence) => give(sequence)) });
    expect(filled.body.missing).toEqual([]);
  });

  it('55 what was recorded before a membership ended is kept for a person, who can apply it', async () => {
    const token = await api.token('group-admin');
    await api.domain.db.inNetwork(networkId, (tx) => tx.update(Person, { role: 'group-admin' }, { active: false }));
    const [command, before] = [give(1), await unitsOf(4)];
    const send = () =>
      api
        .server()
        .post('/api/v1/stock/batches')
        .set('authorization', `Bearer ${token}`)
        .send({ deviceId: id(), commands: [command] });
    expect((await send()).body.verdicts[0]).toMatchObject({ outcome: 'parked', problem: { type: '/problems/membership-ended' } });
    await api.domain.db.inNetwork(networkId, (tx) => tx.update(Person, { role: 'group-admin' }, { active: true }));
    expect((await send()).body.verdicts[0]).toMatchObject({ outcome: 'parked', replayed: true });
    const waiting = await api.get('parked-commands');
    expect(waiting.body.items.map((item: { id: string }) => item.id)).toContain(command.id);
    expect((await api.post(`parked-commands/${command.id}/retry`, { datedNow: false })).status).toBe(200);
    expect(await unitsOf(4)).toBe(before - 1);
    expect((await api.post(`parked-commands/${command.id}/dismissal`, { reason: '重複' })).body.type).toBe(
      '/problems/parked-command-resolved',
    );
  });

  it('56 what is dated in a closed month waits, and is then dated in the open one', async () => {
    const closed = await api.post('periods/2026-10/close');
    expect(closed.status).toBeLessThan(300);
    const [command, before] = [give(1, { occurredAt: '2026-10-31T23:59:59+09:00' }), await unitsOf(4)];
    const { body } = await asMember('stock/batches', { deviceId: id(), commands: [command] });
    expect(body.verdicts[0]).toMatchObject({ outcome: 'parked', problem: { type: '/problems/period-closed' } });
    const alone = await asMember('stock/disposals', {
      id: id(),
      occurredAt: '2026-10-15T12:00:00+09:00',
      siteId: at(ours),
      reason: '期限切れ',
      lines: [{ lotId: lot(4), units: 1 }],
    });
    expect([alone.status, alone.body.type]).toEqual([409, '/problems/period-closed']);
    expect((await api.post(`parked-commands/${command.id}/retry`, { datedNow: false })).status).toBe(409);
    expect((await api.post(`parked-commands/${command.id}/retry`, { datedNow: true })).status).toBe(200);
    expect(await unitsOf(4)).toBe(before - 1);
    expect((await api.get(`hand-outs/${command.id}`)).body.handedOutOn).toBe('2026-11-24');
  });

  it('57 a batch of 5,001 commands is refused as a whole, with what is allowed', async () => {
    const before = await unitsOf(4);
    const small = { type: 'hand-out', id: id(), sequence: 1 };
    const refused = await asMember('stock/batches', { deviceId: id(), commands: Array(5_001).fill(small) });
    expect([refused.status, refused.body.errors]).toEqual([422, [{ pointer: '/commands', detail: '1000 件までです' }]]);
    expect(await unitsOf(4)).toBe(before);
  });

  it('names what is malformed in its own command only', async () => {
    const commands = [
      give(1),
      give(2, { lines: [{ lotId: lot(4), units: 0 }] }),
      { sequence: 3, type: 'steal', id: id() },
      'x',
      give(5, { status: 'x' }),
      give(6),
    ];
    const { body } = await asMember('stock/batches', { deviceId: id(), commands });
    expect(outcomes(body)).toEqual(['applied', 'invalid', 'invalid', 'invalid', 'invalid', 'applied']);
    expect(body.verdicts[1].problem.errors[0]).toEqual({ pointer: '/lines/0/units', detail: '1 以上にしてください' });
    expect(body.verdicts[2].problem.errors[0].pointer).toBe('/type');
    expect(body.verdicts[4].problem.errors[0].pointer).toBe('/status');
  });

  it('never oversells when many phones hand out the last units at once', async () => {
    const left = await unitsOf(5);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        asMember('stock/batches', { deviceId: id(), commands: [give(1, { lines: [{ lotId: lot(5), units: 10 }] })] }),
      ),
    );
    const applied = answers.filter(({ body }) => body.verdicts[0].outcome === 'applied').length;
    expect(applied).toBe(Math.floor(left / 10));
    expect(await unitsOf(5)).toBe(left - applied * 10);
  });
});
