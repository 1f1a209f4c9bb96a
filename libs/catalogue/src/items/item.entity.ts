import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** What a package is, whoever gives it: learned from offers, found again by its JAN. */
@Entity('item')
export class Item extends NetworkEntity {
  @Column('text', { nullable: true })
  gtin: string | null;

  @Column('text', { nullable: true })
  itf: string | null;

  @Column('text')
  name: string;

  @Column('text')
  category: string;

  @Column('boolean')
  food: boolean;
}
