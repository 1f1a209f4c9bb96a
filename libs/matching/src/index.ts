export { allocate } from './allocate.js';
export { comparePlans } from './comparison/compare-plans.js';
export { type ComparedPlan, type Comparison, type Contender, isRefusal, type Refusal, type Standing } from './comparison/comparison.js';
export { comparisonTable } from './comparison/comparison-table.js';
export { levelsTable } from './comparison/levels-table.js';
export { ENGINE } from './engine.js';
export { BUILT_POLICIES } from './policies/policies.js';
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
export { POLICIES } from './problem/problem.js';
export { problemHash } from './problem/problem-hash.js';
export { validateProblem } from './problem/validate-problem.js';
export { eligibility, type PairEligibility } from './rules/eligibility.js';
export type { IneligibleRule, LeftoverRule, Rule } from './rules/rule.js';
export { simulationPicture } from './simulation/picture/simulation-picture.js';
export { SIMULATED_POLICIES, simulate } from './simulation/simulate.js';
export type { PolicyRun, RoundFigures, RunFigures, Simulation, SimulationSettings } from './simulation/simulation.js';
export { simulationReport } from './simulation/simulation-report.js';
export { parseSolution } from './solution/parse-solution.js';
export { serialiseSolution } from './solution/serialise-solution.js';
export { SolutionMalformed } from './solution/solution.errors.js';
export type { Certificate, Change, Level, Metrics, Reason, ReasonKind, Solution, Unplaced, UnplacedReason } from './solution/solution.js';
export { type DeclaredNumber, type LotTarget, TARGETS, type Target } from './targets/target.js';
export { withTargets } from './targets/with-targets.js';
export { ruleText } from './text/rule-text.js';
export { verifySolution } from './verify/verify-solution.js';
export type { Violation } from './verify/violation.js';
