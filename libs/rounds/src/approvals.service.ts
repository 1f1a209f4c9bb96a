import { Injectable } from '@nestjs/common';
import { Person } from '@wakachi/access';
import { Database } from '@wakachi/database';
import { Lot } from '@wakachi/donations';
import { RecipientGroup } from '@wakachi/groups';
import { Journal } from '@wakachi/journal';
import { Clock, deriveId } from '@wakachi/kernel';
import { appendToOutbox } from '@wakachi/platform';
import { accounts, StockLedger } from '@wakachi/stock-ledger';
import { type EntityManager, In } from 'typeorm';
import { MayNotApprove, ProposalNotFound } from './errors.js';
import { freeStock } from './free-stock.js';
import { awardOf, insertAwards, linesOf, type NewAward } from './new-awards.js';
import { Proposal } from './proposal.entity.js';
import { type Reservation, reservationsOf } from './reservations.js';
import type { Round } from './round.entity.js';
import { lockedRound } from './rounds.service.js';

@Injectable()
export class Approvals {
  constructor(
    private readonly db: Database,
    private readonly ledger: StockLedger,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Turns a proposal into awards, each a posting into `award:reserved`: all of them or none. The second person approves.
   * Throws ProposalNotFound, ProposalDecided, SecondPersonNeeded, MayNotApprove, RoundNotOpen, InsufficientStock.
   */
  approve(networkId: string, proposalId: string, by: string): Promise<{ awards: number; units: number }> {
    return this.db.inNetwork(networkId, async (tx) => {
      const proposal = await lockedProposal(tx, proposalId);
      const round = await lockedRound(tx, proposal.roundId);
      await assertMayApprove(tx, by);
      proposal.approve(by, this.clock.now());
      round.assertOpen();
      round.status = 'approved';
      await tx.save([proposal, round]);
      const awards = await this.reserve(tx, round, proposal, by);
      const units = awards.reduce((sum, award) => sum + award.units, 0);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('proposal-approved', proposalId),
        kind: 'proposal-approved',
        body: { round: round.id, proposal: proposalId, proposedBy: proposal.proposedBy, approvedBy: by, awards: awards.length, units },
      });
      await appendToOutbox(tx, networkId, { id: deriveId('awards-decided', proposalId), topic: 'awards.decided', payload: { proposalId } });
      return { awards: awards.length, units };
    });
  }

  /** Sends a proposal back; the round stays open for another run. Throws ProposalNotFound, ProposalDecided, SecondPersonNeeded, MayNotApprove. */
  reject(networkId: string, proposalId: string, reason: string, by: string): Promise<Proposal> {
    return this.db.inNetwork(networkId, async (tx) => {
      const proposal = await lockedProposal(tx, proposalId);
      await assertMayApprove(tx, by);
      proposal.reject(by, this.clock.now());
      await tx.save(proposal);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('proposal-rejected', proposalId),
        kind: 'proposal-rejected',
        body: { round: proposal.roundId, proposal: proposalId, proposedBy: proposal.proposedBy, rejectedBy: by, reason },
      });
      return proposal;
    });
  }

  private async reserve(tx: EntityManager, round: Round, proposal: Proposal, actorId: string): Promise<readonly NewAward[]> {
    const { networkId } = round;
    const lines = await linesOf(tx, proposal.id);
    if (lines.length === 0) return [];
    // Rounds over the same lots take them in one order, so they wait for each other and never in a circle. Not FOR UPDATE: that
    // would also wait for a worker that stores a run, whose foreign keys touch the lots in the plan's order: a circle.
    const lots = await tx.find(Lot, {
      where: { id: In([...new Set(lines.map((line) => line.lotId))]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const lotOf = new Map(lots.map((lot) => [lot.id, lot]));
    const awards = lines.map((line) => awardOf(proposal.id, line, lotOf.get(line.lotId) as Lot));
    await insertAwards(tx, round, proposal, awards);
    const reservations = reservationsOf(awards, lots, await freeStock(tx, lots));
    const reservedIds = await this.openReserved(tx, networkId, reservations);
    await this.ledger.post(tx, networkId, {
      commandId: deriveId('reserve', proposal.id),
      kind: 'reserve',
      effectiveAt: this.clock.now(),
      actorId,
      reason: null,
      postings: reservations.map(({ award, sourceId, units }, i) => {
        return { lotId: award.lotId, sourceId, destinationId: reservedIds[i] as string, units };
      }),
    });
    return awards;
  }

  /** The accounts' ids, in the order of the reservations. */
  private async openReserved(tx: EntityManager, networkId: string, reservations: readonly Reservation[]): Promise<string[]> {
    const names = new Map((await tx.find(RecipientGroup)).map((group) => [group.id, group.name]));
    const reserved = reservations.map(({ award, placeId }) => {
      return { ...accounts.awardReserved(placeId, award.id), label: `引当 ${names.get(award.groupId)}` };
    });
    return this.ledger.openAccounts(tx, networkId, reserved);
  }
}

async function lockedProposal(tx: EntityManager, proposalId: string): Promise<Proposal> {
  const proposal = await tx.findOne(Proposal, { where: { id: proposalId }, lock: { mode: 'for_no_key_update' } });
  if (!proposal) throw new ProposalNotFound(proposalId);
  return proposal;
}

async function assertMayApprove(tx: EntityManager, by: string): Promise<void> {
  const person = await tx.findOneBy(Person, { id: by });
  if (!person?.mayApprove()) throw new MayNotApprove(by);
}
