import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** 集約拠点. */
@Entity('hub')
export class Hub extends NetworkEntity {
  /** As sheets call it, e.g. 東京. */
  @Column('text')
  name: string;
}
