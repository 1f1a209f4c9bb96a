import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

/** 寄贈企業. */
@Entity('donor')
export class Donor extends NetworkEntity {
  @Column('text')
  name: string;
}
