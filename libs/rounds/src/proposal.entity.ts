import { NetworkEntity } from '@wakachi/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProposalDecided, SecondPersonNeeded } from './errors.js';

/** 配分案. */
@Entity('proposal')
export class Proposal extends NetworkEntity {
  @Column('uuid')
  runId: string;

  @Column('uuid')
  roundId: string;

  @Column('text')
  status: 'proposed' | 'approved' | 'rejected';

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** Whoever proposed it can't be the one who approves it. Throws ProposalDecided, SecondPersonNeeded. */
  approve(by: string, at: Date): void {
    this.decide('approved', by, at);
  }

  /** Nor who rejects it: nobody decides alone. Throws ProposalDecided, SecondPersonNeeded. */
  reject(by: string, at: Date): void {
    this.decide('rejected', by, at);
  }

  private decide(status: 'approved' | 'rejected', by: string, at: Date): void {
    if (this.status !== 'proposed') throw new ProposalDecided(this.id, this.status);
    if (by === this.proposedBy) throw new SecondPersonNeeded(this.id);
    this.status = status;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}

@Entity('proposal_line')
export class ProposalLine {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  proposalId: string;

  @PrimaryColumn('uuid')
  lotId: string;

  @PrimaryColumn('uuid')
  groupId: string;

  @Column('int')
  cases: number;
}
