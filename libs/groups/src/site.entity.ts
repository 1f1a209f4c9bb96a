import { NetworkEntity } from '@wakachi/database';
import { addDays, type CalendarDate, weekdayOf } from '@wakachi/kernel';
import { Column, Entity, type ValueTransformer } from 'typeorm';

/** PostgreSQL's bigint comes as text; volumes stay far below 2^53 millilitres. */
const wholeNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** How far ahead a receiving day is looked for. */
const SEARCH_DAYS = 28;

/** 納品先: where a group receives, and when. */
@Entity('site')
export class Site extends NetworkEntity {
  @Column('uuid')
  groupId: string;

  /** Where shipments arrive and what the register knows; a group may keep stock at further sites. */
  @Column('boolean', { default: true })
  main: boolean;

  /** 「第二倉庫」; null for a main site that nobody has named. */
  @Column('text', { nullable: true })
  name: string | null;

  /** Null until the group has said where its store is. */
  @Column('text', { nullable: true })
  address: string | null;

  /** 0 = Sunday … 6 = Saturday; empty: any day. */
  @Column('int', { array: true })
  receivingWeekdays: number[];

  @Column('text', { nullable: true })
  receivingHalfDay: 'morning' | 'afternoon' | 'any' | null;

  /** Null: not declared. */
  @Column('bigint', { nullable: true, transformer: wholeNumber })
  ambientMillilitres: number | null;

  @Column('bigint', { nullable: true, transformer: wholeNumber })
  chilledMillilitres: number | null;

  @Column('bigint', { nullable: true, transformer: wholeNumber })
  frozenMillilitres: number | null;

  @Column('boolean', { nullable: true })
  forklift: boolean | null;

  @Column('text', { nullable: true })
  largestVehicle: string | null;

  /** The first day from `earliest` on which the site receives and which is not in `unavailable`; null when there is none in four weeks. */
  firstReceivingDay(earliest: CalendarDate, unavailable: readonly CalendarDate[]): CalendarDate | null {
    for (let days = 0; days < SEARCH_DAYS; days += 1) {
      const day = addDays(earliest, days);
      const opens = this.receivingWeekdays.length === 0 || this.receivingWeekdays.includes(weekdayOf(day));
      if (opens && !unavailable.includes(day)) return day;
    }
    return null;
  }
}
