import { Network } from './network.entity.js';
import { Person } from './person.entity.js';

export const ACCESS_ENTITIES = [Network, Person];
export { AccessModule } from './access.module.js';
export { DEFAULT_SETTINGS, type NetworkSettings } from './network-settings.js';
export { Networks, type NewNetwork, personId } from './networks.service.js';
export type { Role } from './person.entity.js';
export { Network, Person };
