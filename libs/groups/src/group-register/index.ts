export type { Attention, AttentionCode, DeclaredQualification, DeliverySite, GroupLine, Refusals } from './group-line.js';
export { readGroupRegister } from './read-group-register.js';
