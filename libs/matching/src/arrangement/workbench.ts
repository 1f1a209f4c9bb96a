import type { Random } from '../random/random.js';
import type { Holdings } from './holdings.js';
import type { LotTraits } from './lot-traits.js';
import type { Merits } from './merits.js';
import type { Moves } from './moves.js';
import type { SwapRules } from './swap-rules.js';

/** A plan on which a search works, with all that judges its moves. */
export interface Workbench {
  readonly holdings: Holdings;
  readonly traits: LotTraits;
  readonly merits: Merits;
  readonly rules: SwapRules;
  readonly moves: Moves;
  readonly dice: Random;
}
