import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';
import { OfferWithdrawn } from './errors.js';

/** 寄贈申出: what a donor said, as it was said. The goods themselves are the lot's. */
@Entity('offer')
export class Offer extends NetworkEntity {
  @Column('uuid')
  donorId: string;

  @Column('uuid', { nullable: true })
  importBatchId: string | null;

  @Column('int')
  lineNumber: number;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text')
  status: 'submitted' | 'lotted' | 'withdrawn';

  @Column('text', { nullable: true })
  donationReason: string | null;

  @Column('text', { nullable: true })
  freightPaidBy: string | null;

  @Column('date', { nullable: true })
  availableFrom: string | null;

  @Column('date', { nullable: true })
  answerWantedBy: string | null;

  @Column('text')
  conditionText: string;

  @Column('text', { nullable: true })
  remarks: string | null;

  @Column('timestamptz')
  submittedAt: Date;

  /** Throws OfferWithdrawn. */
  withdraw(): void {
    if (this.status === 'withdrawn') throw new OfferWithdrawn(this.id);
    this.status = 'withdrawn';
  }
}
