import type { Measure, ProblemLot } from './problem.js';

/** What one case of the lot adds to a fill level. `checkSizes` has seen to it that the size is given. */
export function measureOfCase(lot: ProblemLot, measure: Measure): number {
  switch (measure) {
    case 'cases':
      return 1;
    case 'units':
      return lot.unitsPerCase;
    case 'grams':
      return lot.caseGrams as number;
    case 'yen':
      return lot.caseYen as number;
  }
}
