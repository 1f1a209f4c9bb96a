import { Qualification } from './qualification.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const GROUPS_ENTITIES = [RecipientGroup, Site, Qualification];
