import { Network } from './network.entity.js';
import { Person } from './person.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const ACCESS_ENTITIES = [Network, Person];
