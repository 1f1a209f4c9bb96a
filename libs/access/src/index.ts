import { Network } from './network.entity.js';
import { Person } from './person.entity.js';

export { AccessModule } from './access.module.js';
export { ACCESS_ENTITIES } from './entities.js';
export { DEFAULT_SETTINGS, type NetworkSettings } from './network-settings.js';
export { Networks, type NewNetwork, personId } from './networks.service.js';
export type { Role } from './person.entity.js';
export { Network, Person };
