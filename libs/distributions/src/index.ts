import { HandOut, HandOutLine } from './hand-out.entity.js';

export const DISTRIBUTIONS_ENTITIES = [HandOut, HandOutLine];
export { DistributionsModule } from './distributions.module.js';
export { HandOuts, type NewHandOut, PastItsDate } from './hand-outs.service.js';
export { HandOut, HandOutLine };
