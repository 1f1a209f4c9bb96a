export { allocate } from './allocate.js';
export { ENGINE } from './engine.js';
export { parseProblem } from './problem/parse-problem.js';
export { PolicyNotBuilt, ProblemMalformed } from './problem/problem.errors.js';
export type {
  Effort,
  Measure,
  PolicyName,
  Problem,
  ProblemAward,
  ProblemGroup,
  ProblemLane,
  ProblemLot,
  ProblemRequest,
} from './problem/problem.js';
export { problemHash } from './problem/problem-hash.js';
export { validateProblem } from './problem/validate-problem.js';
export { eligibility, type PairEligibility } from './rules/eligibility.js';
export type { IneligibleRule, LeftoverRule, Rule } from './rules/rule.js';
export { parseSolution } from './solution/parse-solution.js';
export { serialiseSolution } from './solution/serialise-solution.js';
export { SolutionMalformed } from './solution/solution.errors.js';
export type { Certificate, Change, Level, Metrics, Reason, ReasonKind, Solution, Unplaced, UnplacedReason } from './solution/solution.js';
export { ruleText } from './text/rule-text.js';
export { verifySolution } from './verify/verify-solution.js';
export type { Violation } from './verify/violation.js';
