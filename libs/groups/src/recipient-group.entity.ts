import { NetworkEntity } from '@wakachi/database';
import type { Bilingual, TemperatureClass } from '@wakachi/kernel';
import { Column, Entity } from 'typeorm';

/** Something about a group or an entry that a person should look at; it changes no rule by itself. */
export interface Attention {
  readonly code: string;
  readonly text: string;
  readonly message: Bilingual;
}

/** 受取団体. */
@Entity('recipient_group')
export class RecipientGroup extends NetworkEntity {
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  kana: string | null;

  @Column('text', { nullable: true })
  legalForm: string | null;

  @Column('text', { nullable: true })
  corporateNumber: string | null;

  @Column('text', { nullable: true })
  activity: string | null;

  @Column('text', { nullable: true })
  postcode: string | null;

  /** JIS X 0401. */
  @Column('text')
  prefecture: string;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  mail: string | null;

  @Column('text', { nullable: true })
  fax: string | null;

  @Column('text', { nullable: true })
  contactBy: string | null;

  /** Registered households (登録世帯数); what counts in a round is the entry's approved number. */
  @Column('int')
  households: number;

  @Column('int', { nullable: true })
  children: number | null;

  @Column('boolean', { nullable: true })
  allergyHandling: boolean | null;

  @Column('text', { array: true })
  refusesCategories: string[];

  @Column('text', { array: true })
  refusesTemperatures: TemperatureClass[];

  @Column('jsonb')
  attention: Attention[];
}
