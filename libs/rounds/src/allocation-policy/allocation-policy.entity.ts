import { NetworkEntity } from '@wakachi/database';
import type { Effort, Measure, PolicyName } from '@wakachi/matching';
import { Column, Entity } from 'typeorm';
import type { PolicyTerms } from './policy-terms.js';

/** 配分方針の版: how a network shares out, from one decision to the next. Never changed: another decision is another version. */
@Entity('allocation_policy')
export class AllocationPolicy extends NetworkEntity implements PolicyTerms {
  /** 1, 2, 3, … in each network. */
  @Column('int')
  version: number;

  @Column('text')
  policy: PolicyName;

  @Column('text')
  measure: Measure;

  @Column('text')
  slack: string;

  @Column('text')
  effort: Effort;

  @Column('int', { nullable: true })
  pooledMinCases: number | null;

  @Column('int', { nullable: true })
  directMinCases: number | null;

  @Column('int', { nullable: true })
  directMaxGroups: number | null;

  @Column('int')
  carryOverRounds: number;

  @Column('uuid')
  decidedBy: string;

  @Column('timestamptz')
  decidedAt: Date;

  @Column('text')
  reason: string;
}
