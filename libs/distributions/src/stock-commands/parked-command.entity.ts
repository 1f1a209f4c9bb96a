import { NetworkEntity } from '@wakachi/database';
import type { DomainError } from '@wakachi/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ParkedCommandResolved } from './errors.js';

/** A command that a phone sent and that could not be applied: kept for a person to look at, never dropped. */
@Entity('parked_command')
export class ParkedCommand extends NetworkEntity {
  @Column('uuid')
  deviceId: string;

  @Column('uuid')
  sentBy: string;

  /** The command as it was sent, as canonical JSON. */
  @Column('text')
  body: string;

  /** The problem's slug. */
  @Column('text')
  problem: string;

  @Column('text')
  messageJa: string;

  @Column('text')
  messageEn: string;

  @Column('timestamptz')
  parkedAt: Date;

  /** Null while it waits. */
  @Column('text', { nullable: true })
  outcome: 'applied' | 'dismissed' | null;

  @Column('uuid', { nullable: true })
  resolvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  /** Why it was dismissed, or when it was dated instead. */
  @Column('text', { nullable: true })
  resolution: string | null;

  /** Throws ParkedCommandResolved. */
  resolve(outcome: 'applied' | 'dismissed', by: string, at: Date, resolution: string): void {
    this.assertWaits();
    Object.assign(this, { outcome, resolvedBy: by, resolvedAt: at, resolution });
  }

  /** Throws ParkedCommandResolved. */
  assertWaits(): void {
    if (this.outcome !== null) throw new ParkedCommandResolved(this.id);
  }

  /** It was tried again and still cannot be applied. */
  stillRefused(error: DomainError): void {
    Object.assign(this, { problem: error.type, messageJa: error.text.ja, messageEn: error.text.en });
  }
}

/** The place of a command in the row of one device's commands; a gap says that one has not arrived. */
@Entity('device_command')
export class DeviceCommand {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  deviceId: string;

  @PrimaryColumn('int')
  sequence: number;

  @Column('uuid')
  commandId: string;

  @Column('timestamptz')
  receivedAt: Date;
}
