import { Lot } from '@wakachi/donations';
import { deriveId } from '@wakachi/kernel';
import { accounts, discrepancies, InsufficientStock, move, StockLedger, unitsByKind } from '@wakachi/stock-ledger';
import { TestApplication } from '../../../test/harness/application.js';
import {
  Approvals,
  Award,
  EntriesAlreadyTaken,
  MayNotApprove,
  NothingToAllocate,
  Proposal,
  ProposalDecided,
  Round,
  RoundEntry,
  RoundNameTaken,
  RoundRun,
  RoundRuns,
  Rounds,
  RunHandler,
  SecondPersonNeeded,
} from './index.js';

let app: TestApplication;
beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

const awardsOf = (networkId: string) => app.db.inNetwork(networkId, (tx) => tx.find(Award));

describe('approving a proposal', () => {
  it('is for somebody other than whoever proposed it, with the right to approve', async () => {
    const { networkId, roundId } = await app.sampleRound('second-person');
    const proposal = await app.propose('second-person', networkId, roundId);
    const approve = (role: 'coordinator' | 'auditor' | 'approver') =>
      app.get(Approvals).approve(networkId, proposal.id, app.person('second-person', role));
    await expect(approve('coordinator')).rejects.toBeInstanceOf(SecondPersonNeeded);
    await expect(approve('auditor')).rejects.toBeInstanceOf(MayNotApprove);
    await expect(awardsOf(networkId)).resolves.toHaveLength(0);
    const { units } = await approve('approver');
    const byKind = await app.db.inNetwork(networkId, unitsByKind);
    expect(byKind.get('award-reserved')).toBe(units);
    expect((byKind.get('donor-pledged') ?? 0) + units).toBe(259_847);
    await expect(approve('approver')).rejects.toBeInstanceOf(ProposalDecided);
    await expect(app.db.inNetwork(networkId, discrepancies)).resolves.toEqual([]);
  });

  it('succeeds for one of two who approve at the same moment', async () => {
    const { networkId, roundId } = await app.sampleRound('at-once');
    const proposal = await app.propose('at-once', networkId, roundId);
    const both = await Promise.allSettled(
      [1, 2].map(() => app.get(Approvals).approve(networkId, proposal.id, app.person('at-once', 'approver'))),
    );
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const awards = await awardsOf(networkId);
    const lines = await app.db.inNetwork(networkId, (tx) => tx.query<{ count: string }[]>('SELECT count(*) FROM proposal_line'));
    expect(awards).toHaveLength(Number(lines[0]?.count));
  });

  it('awards nothing at all when one lot has less than was planned', async () => {
    const { networkId, roundId } = await app.sampleRound('all-or-nothing');
    const proposal = await app.propose('all-or-nothing', networkId, roundId);
    const { pledge, ledger } = { pledge: await pledgeOf(networkId), ledger: app.get(StockLedger) };
    await app.db.inNetwork(networkId, (tx) =>
      ledger.reverse(tx, networkId, {
        commandId: deriveId('withdrawn'),
        kind: 'withdrawal',
        effectiveAt: app.clock.now(),
        actorId: null,
        reason: '取下げ',
        reverses: pledge,
      }),
    );
    const approval = app.get(Approvals).approve(networkId, proposal.id, app.person('all-or-nothing', 'approver'));
    await expect(approval).rejects.toBeInstanceOf(InsufficientStock);
    await expect(awardsOf(networkId)).resolves.toHaveLength(0);
    await app.db.inNetwork(networkId, async (tx) => {
      expect((await tx.findOneByOrFail(Proposal, { id: proposal.id })).status).toBe('proposed');
      expect((await tx.findOneByOrFail(Round, { id: roundId })).status).toBe('open');
    });
  });
});

describe('a run', () => {
  it('is done once, however often it is delivered', async () => {
    const { networkId, roundId } = await app.sampleRound('delivered-twice');
    const proposal = await app.propose('delivered-twice', networkId, roundId);
    await app.get(RunHandler).handle(networkId, proposal.runId);
    const proposals = await app.db.inNetwork(networkId, (tx) => tx.find(Proposal));
    expect(proposals).toHaveLength(1);
    expect((await app.get(RoundRuns).find(networkId, proposal.runId)).attempts).toBe(1);
  });

  it('over the same inputs gives the same bytes, and keeps the rule of every exclusion', async () => {
    const { networkId, roundId } = await app.sampleRound('same-bytes');
    await app.propose('same-bytes', networkId, roundId);
    await app.propose('same-bytes', networkId, roundId);
    const runs = await app.db.inNetwork(networkId, (tx) => tx.find(RoundRun));
    expect(runs).toHaveLength(2);
    expect(runs[0]?.inputSha256).toBe(runs[1]?.inputSha256);
    expect(runs[0]?.solution).toBe(runs[1]?.solution);
    const rules = await app.db.inNetwork(networkId, (tx) =>
      tx.query<{ rule: string; pairs: number }[]>(
        'SELECT rule, count(*)::int AS pairs FROM run_exclusion WHERE run_id = $1 GROUP BY rule ORDER BY rule',
        [runs[0]?.id],
      ),
    );
    expect(rules.map((row) => row.rule)).toEqual(expect.arrayContaining(['category', 'prefecture', 'qualification', 'temperature']));
  });
});

/** Takes the first award's reservation of a lot back. */
async function backToThePledge(networkId: string, lotId: string) {
  const [award, lot] = await app.db.inNetwork(networkId, async (tx) => [
    (await tx.find(Award, { order: { id: 'ASC' } }))[0] as Award,
    await tx.findOneByOrFail(Lot, { id: lotId }),
  ]);
  const posting = move(networkId, lotId, accounts.awardReserved(lot.donorId, award.id), accounts.donorPledged(lot.donorId), award.units);
  return {
    commandId: deriveId('back', award.id),
    kind: 'test',
    effectiveAt: app.clock.now(),
    actorId: null,
    reason: '取消',
    postings: [posting],
  };
}

async function pledgeOf(networkId: string): Promise<string> {
  const rows = await app.db.inNetwork(networkId, (tx) =>
    tx.query<{ command_id: string }[]>(`SELECT command_id FROM ledger_transaction WHERE kind = 'pledge'`),
  );
  return rows[0]?.command_id as string;
}

describe('a second round', () => {
  it('shares out only what the first one left', async () => {
    const { networkId, roundId } = await app.sampleRound('second-round');
    const proposal = await app.propose('second-round', networkId, roundId);
    await app.get(Approvals).approve(networkId, proposal.id, app.person('second-round', 'approver'));
    const createdBy = app.person('second-round', 'coordinator');
    const next = { name: '二回目', arrivalDate: '2026-12-17', measure: 'units', policy: 'lot-by-lot', createdBy } as const;
    const nextId = await app.get(Rounds).open(networkId, next);
    await app.get(Rounds).enter(networkId, nextId, null, createdBy);
    await expect(app.get(RoundRuns).request(networkId, nextId, createdBy)).rejects.toBeInstanceOf(NothingToAllocate);
    const { lotId, units } = await app.db.inNetwork(networkId, async (tx) => (await tx.find(Award, { order: { id: 'ASC' } }))[0] as Award);
    await app.get(StockLedger).post(app.db.dataSource, networkId, await backToThePledge(networkId, lotId));
    const runId = await app.get(RoundRuns).request(networkId, nextId, createdBy);
    const problem = JSON.parse((await app.get(RoundRuns).find(networkId, runId)).input) as {
      lots: { cases: number; unitsPerCase: number }[];
    };
    expect(problem.lots.map((lot) => lot.cases * lot.unitsPerCase)).toEqual([units]);
  });
});

describe('an entry', () => {
  it('keeps the days on which its group cannot receive as days, in whatever zone the process lives', async () => {
    const { networkId } = await app.sampleRound('unavailable-days');
    const entries = await app.db.inNetwork(networkId, (tx) => tx.find(RoundEntry));
    const stored = await app.db.inNetwork(networkId, (tx) =>
      tx.query<{ id: string; days: string[] }[]>('SELECT id, unavailable_dates::text[] AS days FROM round_entry'),
    );
    const days = new Map(stored.map((row) => [row.id, row.days]));
    expect(stored.flatMap((row) => row.days).length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry.unavailableDates).toEqual(days.get(entry.id));
  });
});

describe('a round', () => {
  it('has a name of its own and takes its entries in once', async () => {
    const { networkId, roundId } = await app.sampleRound('once');
    const createdBy = app.person('once', 'coordinator');
    const twin = { name: '見本の配分回', arrivalDate: '2026-12-10', measure: 'units', policy: 'lot-by-lot', createdBy } as const;
    await expect(app.get(Rounds).open(networkId, twin)).rejects.toBeInstanceOf(RoundNameTaken);
    await expect(app.get(Rounds).enter(networkId, roundId, null, createdBy)).rejects.toBeInstanceOf(EntriesAlreadyTaken);
  });
});
