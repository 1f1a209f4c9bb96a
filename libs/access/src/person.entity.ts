import { NetworkEntity } from '@wakachi/database';
import { Column, Entity } from 'typeorm';

export type Role = 'network-admin' | 'coordinator' | 'approver' | 'auditor' | 'hub-operator' | 'donor-user' | 'group-admin' | 'volunteer';

@Entity('person')
export class Person extends NetworkEntity {
  @Column('text')
  displayName: string;

  @Column('text')
  email: string;

  @Column('text')
  role: Role;

  @Column('boolean')
  active: boolean;

  /** The group whose stock a group-admin or volunteer keeps; null for everybody else. */
  @Column('uuid', { nullable: true })
  groupId: string | null;

  /** Approval is for the second coordinator (承認者), and for a coordinator who did not propose. */
  mayApprove(): boolean {
    return this.active && (this.role === 'approver' || this.role === 'coordinator');
  }
}
