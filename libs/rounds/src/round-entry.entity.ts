import { NetworkEntity } from '@wakachi/database';
import type { Attention } from '@wakachi/groups';
import { type CalendarDate, calendarDate } from '@wakachi/kernel';
import type { Target } from '@wakachi/matching';
import { Column, Entity, type ValueTransformer } from 'typeorm';
import { EntryHouseholdsUnfit } from './errors.js';

/** One date comes as text; of an array the driver makes instants, at midnight of this process's own zone. */
const days: ValueTransformer = {
  to: (dates: readonly string[]) => dates,
  from: (dates: readonly Date[]) => dates.map(dayOf),
};

function dayOf(midnight: Date): CalendarDate {
  return calendarDate(midnight.getFullYear(), midnight.getMonth() + 1, midnight.getDate()) as CalendarDate;
}

/** How many people a group reaches for whom some goods are meant; who is left out was not declared. */
export type DeclaredPersons = Readonly<Partial<Record<Target, number>>>;

/** 参加申込: what a group said to the call, and whether and with how many households it counts. */
@Entity('round_entry')
export class RoundEntry extends NetworkEntity {
  @Column('uuid')
  roundId: string;

  @Column('uuid')
  groupId: string;

  /** Null: silence. */
  @Column('text', { nullable: true })
  answer: 'joining' | 'declining' | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('boolean')
  takesPart: boolean;

  /** 申込世帯数. */
  @Column('int', { nullable: true })
  declaredHouseholds: number | null;

  /** 承認世帯数: the need that a fill level is measured by. */
  @Column('int', { nullable: true })
  approvedHouseholds: number | null;

  @Column('jsonb')
  declaredPersons: DeclaredPersons;

  /** Cases that the group can take in this time; null: not said. */
  @Column('int', { nullable: true })
  ambientCases: number | null;

  @Column('int', { nullable: true })
  chilledCases: number | null;

  @Column('int', { nullable: true })
  frozenCases: number | null;

  /** Days on which its site cannot receive. */
  @Column('date', { array: true, transformer: days })
  unavailableDates: CalendarDate[];

  @Column('text', { nullable: true })
  wishes: string | null;

  @Column('jsonb')
  attention: Attention[];

  /** A coordinator settles whether and with how many households the group counts. Throws EntryHouseholdsUnfit. */
  settle(takesPart: boolean, approvedHouseholds: number | null): void {
    if (takesPart ? (approvedHouseholds ?? 0) < 1 : approvedHouseholds !== null) throw new EntryHouseholdsUnfit(this.id);
    this.takesPart = takesPart;
    this.approvedHouseholds = approvedHouseholds;
  }
}
