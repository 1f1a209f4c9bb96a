import { PrimaryColumn } from 'typeorm';

/** A row of one network; `(network_id, id)` is its key. */
export abstract class NetworkEntity {
  @PrimaryColumn('uuid')
  networkId: string;

  @PrimaryColumn('uuid')
  id: string;
}
