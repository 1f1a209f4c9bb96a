import { NetworkEntity } from '@wakachi/database';
import type { Measure, PolicyName } from '@wakachi/matching';
import { Column, Entity } from 'typeorm';
import { RoundNotOpen } from './errors.js';

export type RoundStatus = 'open' | 'approved' | 'closed';

/** 配分回. */
@Entity('round')
export class Round extends NetworkEntity {
  @Column('text')
  name: string;

  /** The day on which shelf life and qualifications are judged. */
  @Column('date')
  arrivalDate: string;

  /** The policy's, or the round's own choice. */
  @Column('text')
  measure: Measure;

  @Column('text')
  policy: PolicyName;

  /** The version of the network's allocation policy that held when it was opened; null: none had been decided. */
  @Column('int', { nullable: true })
  policyVersion: number | null;

  @Column('text')
  seed: string;

  @Column('text')
  status: RoundStatus;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Entries, runs and approvals belong to an open round. Throws RoundNotOpen. */
  assertOpen(): void {
    if (this.status !== 'open') throw new RoundNotOpen(this.name, this.status);
  }
}
