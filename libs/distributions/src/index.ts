import { HandOut, HandOutLine } from './hand-out.entity.js';

export const DISTRIBUTIONS_ENTITIES = [HandOut, HandOutLine];
export { HandOuts, type NewHandOut, PastItsDate } from './hand-outs.service.js';
export { HandOut, HandOutLine };
