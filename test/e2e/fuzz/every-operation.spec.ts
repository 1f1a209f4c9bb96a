import fc from 'fast-check';
import { brokenCalls } from './broken-requests.js';
import { type Call, told } from './call.js';
import { type Operation, operations } from './document.js';
import { difference } from './fingerprints.js';
import { carries, said, withId, withoutCursor } from './foreign-ids.js';
import { FuzzedApi, idFields } from './fuzzed-api.js';
import { validCall } from './valid-calls.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 8);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const TRIES = 150;
/** They answer 2xx and need not change anything. */
const MAY_CHANGE_NOTHING: Readonly<Record<string, string>> = {
  signIn: 'a sign-in is a signed token, which nobody stores',
  openHub: 'a hub that is open already is found again',
  renameDonor: 'a donor may be given the name that it has',
};
/** Refused, the waiting command keeps the reason of its last refusal, and nothing else. */
const NOTES_REFUSALS = ['retryParkedCommand'];
/** They have no 2xx from the sample. */
const NEVER_SUCCEEDS: Readonly<Record<string, string>> = {
  confirmReceipt: 'the counts must add up to every line of a shipment on its way: see test/e2e/operation',
  receiveShipment: 'the counts must add up to every line of a shipment on its way: see test/e2e/stock',
};
/** What it cannot apply it parks, for people to see: its commands are held to this one by one. */
const PARKS = ['syncStock'];
/** For everybody who has signed in. */
const FOR_EVERY_ROLE = ['getSession'];
/** They use up what others need, in this order; once done is enough. */
const LAST = [
  ...['enterAllGroups', 'importEntries', 'requestRun', 'cancelRun', 'retryParkedCommand', 'dismissParkedCommand'],
  ...['rejectProposal', 'approveProposal', 'withdrawOffer', 'reversePosting', 'closeMonth'],
];
const ROLES = ['auditor', 'hub-operator', 'group-admin'];

let api: FuzzedApi;
beforeAll(async () => {
  console.info(`fuzz: FUZZ_SEED=${SEED} FUZZ_RUNS=${RUNS}`);
  api = await FuzzedApi.start();
}, 120_000);
afterAll(() => api?.stop());

const named = (which: (operation: Operation) => boolean = () => true) => operations.filter(which).map((one) => [one.id, one] as const);
const changes = (operation: Operation) => operation.method !== 'GET';
const idsInPath = ({ parameters }: Operation) => parameters.filter((one) => one.in === 'path' && one.schema.format === 'uuid');
const hasId = (operation: Operation) => idsInPath(operation).length > 0;

async function samples(operation: Operation, count: number, fill?: 'dense' | 'sparse', seed = SEED): Promise<Call[]> {
  const choices = await api.choices(operation);
  return fc.sample(validCall(operation, fill ? { ...choices, fill } : choices), { numRuns: count, seed });
}

/** What is wrong with an answer that must be a refusal, and with what it left behind. */
async function refused(call: Call, token: string | null, statuses: readonly number[] = []): Promise<string[]> {
  const before = await api.prints.take(api.networkId);
  const { answer, wrong } = await api.send(call, token);
  const expected = statuses.length > 0 ? statuses.includes(answer.status) : answer.status >= 400;
  return [
    ...wrong,
    ...(expected ? [] : [`${told(call)}: answered ${answer.status} ${answer.text.slice(0, 200)}`]),
    ...difference(before, await api.prints.take(api.networkId)).map(
      (row) => `${told(call)}: refused (${answer.status}), and changed ${row}`,
    ),
  ];
}

/** A request that the document allows: a change is recorded, once, or nothing is changed. */
async function heldTo(call: Call, token: string | null): Promise<void> {
  const before = await api.prints.take(api.networkId);
  const { answer, wrong } = await api.send(call, token);
  const after = await api.prints.take(api.networkId);
  expect(wrong).toEqual([]);
  const done = changes(call.operation) && answer.status < 300;
  const noted = NOTES_REFUSALS.includes(call.operation.id) && !done ? /^parked_command / : /^$/;
  const changed = difference(before, after).filter((row) => !noted.test(row));
  if (!Object.hasOwn(MAY_CHANGE_NOTHING, call.operation.id))
    expect([told(call), answer.status, answer.text, changed]).toEqual([
      told(call),
      answer.status,
      answer.text,
      done ? expect.arrayContaining([expect.anything()]) : [],
    ]);
  if (!done || !('idempotency-key' in call.headers)) return;
  const again = await api.send(call, token);
  expect([again.answer.headers['idempotency-replayed'], again.answer.text]).toEqual(['true', answer.text]);
  if (hasId(call.operation)) await keyOfOthers(call);
  expect(await api.prints.take(api.networkId)).toBe(after);
}

/** Another network with the same key is not told the answer. */
async function keyOfOthers(call: Call): Promise<void> {
  const neighbour = await api.send(call, await api.token('approver', 'other'));
  expect([told(call), neighbour.answer.status]).toEqual([told(call), 404]);
}

describe('whoever may not', () => {
  it.each(named((one) => one.needsSignIn))('%s is for nobody who has not signed in', async (_, operation) => {
    const [call] = (await samples(operation, 1)) as [Call];
    const token = await api.token();
    const [payload] = token.split('.');
    for (const broken of [null, '', 'x', `x${token}`, `${payload}.`, `${token}x`, `${payload}.${payload}`, `${token} ${token}`, 'é'])
      expect(await refused(call, broken, [401])).toEqual([]);
  });

  it.each(named((one) => one.needsSignIn))('%s is refused to a role that may not, with nothing done', async (id, operation) => {
    const statuses: number[] = [];
    for (const role of ROLES) {
      const [call] = (await samples(operation, 1)) as [Call];
      const before = await api.prints.take(api.networkId);
      const { answer, wrong } = await api.send(call, await api.token(role));
      expect(wrong).toEqual([]);
      if (answer.status === 403) expect(await api.prints.take(api.networkId)).toBe(before);
      statuses.push(answer.status);
    }
    if (!FOR_EVERY_ROLE.includes(id)) expect(statuses).toContain(403);
    if (changes(operation)) expect(statuses[0]).toBe(403);
  });
});

describe('another network’s ids', () => {
  it.each(named(hasId))('%s knows nothing of them', async (_, operation) => {
    const token = await api.token();
    const own = withoutCursor(...((await samples(operation, 1, 'dense')) as [Call]));
    const foreign = await api.choices(operation, api.otherNetworkId);
    const before = await api.prints.takeAll();
    for (const { name } of idsInPath(operation)) {
      const ids = foreign.idsOf(name);
      expect([name, ids.length]).not.toEqual([name, 0]);
      const nobodys = crypto.randomUUID();
      const unknown = await api.send({ ...own, what: `unknown ${name}`, path: { ...own.path, [name]: nobodys } }, token);
      for (const id of ids.slice(0, 2)) {
        const { answer, wrong } = await api.send({ ...own, what: `foreign ${name}`, path: { ...own.path, [name]: id } }, token);
        expect(wrong).toEqual([]);
        expect([told(own), answer.status]).toEqual([told(own), 404]);
        expect(said(answer.text, id)).toEqual(said(unknown.answer.text, nobodys));
      }
    }
    expect(await api.prints.takeAll()).toEqual(before);
  });

  it.each(named((one) => one.needsSignIn && idFields(one).length > 0 && !PARKS.includes(one.id)))(
    '%s takes none in its body or query',
    async (_, operation) => {
      const token = await api.token();
      const foreign = await api.choices(operation, api.otherNetworkId);
      const before = await api.prints.takeAll();
      const calls = [...(await samples(operation, 2, 'dense')), ...(await samples(operation, 2, 'sparse'))];
      for (const [call, name] of calls.flatMap((one) => idFields(operation).map((field) => [one, field] as const))) {
        const [theirId, nobodys] = [foreign.idsOf(name)[0], crypto.randomUUID()];
        if (theirId === undefined || name in call.path) continue;
        // A list may be empty, and then names nobody's.
        if (!carries(withId(call, name, theirId), theirId)) continue;
        const [theirs, unknown] = [await api.send(withId(call, name, theirId), token), await api.send(withId(call, name, nobodys), token)];
        expect([...theirs.wrong, ...unknown.wrong]).toEqual([]);
        expect([told(call), theirs.answer.status]).toEqual([told(call), unknown.answer.status]);
        expect(said(theirs.answer.text, theirId)).toEqual(said(unknown.answer.text, nobodys));
      }
      expect(await api.prints.takeAll()).toEqual(before);
    },
  );
});

describe('a request as documented', () => {
  const inOrder = named().sort(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b));
  it.each(inOrder)('%s is done and recorded, or refused with nothing done', async (_, operation) => {
    const token = operation.needsSignIn ? await api.token() : null;
    for (const call of await samples(operation, RUNS))
      if (!LAST.includes(operation.id) || !api.succeeded.has(operation.id)) await heldTo(call, token);
    for (let tries = 0; !api.succeeded.has(operation.id) && tries < TRIES; tries += 10)
      for (const call of await samples(operation, 10, 'sparse', SEED + tries))
        if (!api.succeeded.has(operation.id)) await heldTo(call, token);
    expect([operation.id, api.succeeded.has(operation.id)]).toEqual([operation.id, !Object.hasOwn(NEVER_SUCCEEDS, operation.id)]);
  });
});

describe('a request with a fault', () => {
  it.each(named())('%s refuses it as a problem, with nothing done', async (_, operation) => {
    const token = operation.needsSignIn ? await api.token() : null;
    const wrong: string[] = [];
    for (const right of await samples(operation, Math.ceil(RUNS / 20), 'dense'))
      for (const { call, mustBeRefused } of brokenCalls(right))
        wrong.push(...(mustBeRefused ? await refused(call, token) : (await api.send(call, token)).wrong));
    expect(wrong).toEqual([]);
  });
});

describe('at the end', () => {
  it('the ledger is whole', async () => {
    for (const id of [api.networkId, api.otherNetworkId]) expect(await api.ledgerDiscrepancies(id)).toEqual([]);
  });

  it('the other network is as it was', async () => {
    expect(await api.prints.take(api.otherNetworkId)).toBe(api.otherAtFirst);
  });
});
