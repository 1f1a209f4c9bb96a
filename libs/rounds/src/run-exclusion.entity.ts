import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 対象外: a pair that the run could not consider, with the rule that said so. */
@Entity('run_exclusion')
export class RunExclusion {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  runId: string;

  @PrimaryColumn('uuid')
  lotId: string;

  @PrimaryColumn('uuid')
  groupId: string;

  @Column('text')
  rule: string;
}
