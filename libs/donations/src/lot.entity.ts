import { NetworkEntity } from '@wakachi/database';
import type { DateLabelKind, DatePrecision, TemperatureClass } from '@wakachi/kernel';
import { Column, Entity } from 'typeorm';

/** 受入ロット: one kind of goods with one date, and the donor's conditions on it as rules and as printed terms. */
@Entity('lot')
export class Lot extends NetworkEntity {
  @Column('uuid')
  offerId: string;

  @Column('uuid')
  donorId: string;

  @Column('uuid')
  itemId: string;

  /** Null: the donor ships it directly. */
  @Column('uuid', { nullable: true })
  hubId: string | null;

  @Column('int')
  lineNumber: number;

  @Column('text')
  name: string;

  @Column('text')
  category: string;

  @Column('boolean')
  food: boolean;

  @Column('text')
  temperature: TemperatureClass;

  @Column('int')
  cases: number;

  @Column('int')
  unitsPerCase: number;

  @Column('int', { nullable: true })
  caseGrams: number | null;

  @Column('int', { nullable: true })
  caseMillilitres: number | null;

  @Column('text', { nullable: true })
  dateLabel: DateLabelKind | null;

  @Column('text', { nullable: true })
  dateRaw: string | null;

  @Column('text', { nullable: true })
  datePrecision: DatePrecision | null;

  /** The last good day. */
  @Column('date', { nullable: true })
  effectiveUntil: string | null;

  @Column('text', { array: true, nullable: true })
  allergens: string[] | null;

  @Column('int', { nullable: true })
  minCasesPerGroup: number | null;

  /** Qualifications that a group must hold on the arrival day. */
  @Column('text', { array: true })
  requires: string[];

  /** JIS codes of the only prefectures it may go to; null: anywhere. */
  @Column('text', { array: true, nullable: true })
  prefectures: string[] | null;

  /** What is printed on slips and shown to the group, such as `no-social-media`. */
  @Column('text', { array: true })
  terms: string[];

  @Column('boolean')
  reportDue: boolean;

  @Column('int', { nullable: true })
  bookUnitYen: number | null;

  @Column('int', { nullable: true })
  referenceUnitYen: number | null;

  /** Who holds title on the way: through us, or straight from donor to group. */
  @Column('text')
  title: 'through-us' | 'donor-to-group';

  /** How the books recognise it. */
  @Column('text')
  recognition: 'fair-value' | 'notes-only' | 'not-ours';
}
