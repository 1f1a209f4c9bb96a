import { HandOut, HandOutLine } from './hand-out.entity.js';

export { DistributionsModule } from './distributions.module.js';
export { DISTRIBUTIONS_ENTITIES } from './entities.js';
export { HandOutNotFound, HandOuts, type NewHandOut, PastItsDate } from './hand-outs.service.js';
export { HandOut, HandOutLine };
