import { HandOut, HandOutLine } from './hand-out.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const DISTRIBUTIONS_ENTITIES = [HandOut, HandOutLine];
