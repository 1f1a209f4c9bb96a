import { NetworkEntity } from '@wakachi/database';
import type { CalendarDate } from '@wakachi/kernel';
import { Column, Entity } from 'typeorm';

/** 資格: an agreement, an insurance, a hygiene manager, a freezer — valid on a day or not. */
@Entity('qualification')
export class Qualification extends NetworkEntity {
  @Column('uuid')
  groupId: string;

  @Column('text')
  kind: 'agreement' | 'insurance' | 'hygiene-manager' | 'freezer';

  @Column('date', { nullable: true })
  validFrom: string | null;

  /** The last day on which it holds; null: until it is withdrawn. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  holdsOn(day: CalendarDate): boolean {
    return (this.validFrom === null || this.validFrom <= day) && (this.validUntil === null || day <= this.validUntil);
  }
}
