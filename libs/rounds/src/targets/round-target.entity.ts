import { NetworkEntity } from '@wakachi/database';
import type { Target } from '@wakachi/matching';
import { Column, Entity } from 'typeorm';

/** For whom a lot is in a round, where it is not for every household: nappies for infants. */
@Entity('round_target')
export class RoundTarget extends NetworkEntity {
  @Column('uuid')
  roundId: string;

  @Column('uuid')
  lotId: string;

  @Column('text')
  target: Target;

  /** What one such person can use of it. */
  @Column('int')
  unitsPerPerson: number;
}
