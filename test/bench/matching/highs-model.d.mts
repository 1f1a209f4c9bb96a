import type { Highs } from 'highs';
import type { CoreProblem } from '../../../libs/matching/src/core/core-problem.js';

export function loadHighs(): Promise<Highs>;

/** Cases of each sink in HiGHS's optimum of the core's objectives 1 and 2. */
export function solveByHighs(core: CoreProblem, highs: Highs): Float64Array;
