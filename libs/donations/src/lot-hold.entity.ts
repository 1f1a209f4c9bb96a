import { NetworkEntity } from '@wakachi/database';
import { DomainError, defineMessages } from '@wakachi/kernel';
import { Column, Entity } from 'typeorm';

const messages = defineMessages({
  'already-read': { ja: 'この保留はすでに確認済みです。', en: 'This hold has been read already.' },
});

/** Somebody else has read it. */
export class HoldAlreadyRead extends DomainError {
  constructor(holdId: string) {
    super('hold-already-read', 'conflict', messages('already-read'), { holdId });
  }
}

/** Why a lot waits: a text of the donor's that no rule understands, until a person has read it. */
@Entity('lot_hold')
export class LotHold extends NetworkEntity {
  @Column('uuid')
  lotId: string;

  @Column('text')
  code: string;

  @Column('text')
  text: string;

  @Column('text')
  messageJa: string;

  @Column('text')
  messageEn: string;

  @Column('uuid', { nullable: true })
  readBy: string | null;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** What the reader decided, in words. */
  @Column('text', { nullable: true })
  resolution: string | null;

  /** Throws HoldAlreadyRead. */
  read(by: string, at: Date, resolution: string): void {
    if (this.readBy !== null) throw new HoldAlreadyRead(this.id);
    this.readBy = by;
    this.readAt = at;
    this.resolution = resolution;
  }
}
