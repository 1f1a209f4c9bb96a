import { Qualification } from './qualification.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

export { GROUPS_ENTITIES } from './entities.js';
export { GroupNotFound, GroupsAlreadyRegistered } from './errors.js';
export { readGroupRegister } from './group-register/read-group-register.js';
export { GroupRegisterImport, type ImportedGroups } from './group-register-import.service.js';
export { groupIdOf } from './group-rows.js';
export { GroupsModule } from './groups.module.js';
export { type Contact, Groups } from './groups.service.js';
export type { Attention } from './recipient-group.entity.js';
export { Qualification, RecipientGroup, Site };
