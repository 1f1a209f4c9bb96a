import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DEFAULT_SETTINGS, type NetworkSettings } from './network-settings.js';

/** 運営ネットワーク: the tenant. */
@Entity('network')
export class Network {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  settings: Partial<NetworkSettings>;

  @Column('timestamptz')
  createdAt: Date;

  /** The settings with the defaults where the network has said nothing. */
  effectiveSettings(): NetworkSettings {
    return { ...DEFAULT_SETTINGS, ...this.settings };
  }
}
