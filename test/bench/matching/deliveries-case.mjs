/** A process of its own: `deliveries-case.mjs GROUPS LOTS SEED SECONDS SLACK...` prints what ours and HiGHS come to, as JSON. */
import loadHighs from 'highs';
import { allocate, validateProblem, verifySolution } from '../../../dist/libs/matching/src/index.js';
import { Plan } from '../../../dist/libs/matching/src/plan/plan.js';
import { Holdings } from '../../../dist/libs/matching/src/policies/leximin/sized/holdings.js';
import { relax } from '../../../dist/libs/matching/src/policies/leximin/sized/relaxation.js';
import { SizedProblem } from '../../../dist/libs/matching/src/policies/leximin/sized/sized-problem.js';
import { seededOrder } from '../../../dist/libs/matching/src/policies/seeded-order.js';
import { terrainOf } from '../../../dist/libs/matching/src/rules/terrain.js';
import { timed } from '../statistics.mjs';
import { deliveryRound } from './deliveries-instances.mjs';
import { costOf, deliveriesModel, PRICES } from './deliveries-model.mjs';

const [groups, lots, seed, limit, ...slacks] = process.argv.slice(2);
const problem = deliveryRound(Number(groups), Number(lots), Number(seed));
const terrain = terrainOf(validateProblem(problem));
const sized = new SizedProblem(new Plan(terrain), seededOrder(terrain));
const { target } = relax(new Holdings(sized));
const levels = new Map(sized.groups.map(({ source }, sink) => [source.id, sized.core.sinks.base[sink] + target[sink]]));

const ours = [];
for (const slack of slacks) {
  const asked = { ...problem, slack, effort: 'thorough' };
  const { milliseconds, result: solution } = await timed(() => allocate(validateProblem(asked)));
  ours.push({ slack, milliseconds, holds: verifySolution(asked, solution).length === 0, ...costOf(problem, solution, levels) });
}
console.log(JSON.stringify({ ours, highs: Number(limit) > 0 ? await byHighs(Number(limit)) : null }));

async function byHighs(seconds) {
  const highs = await loadHighs();
  const model = deliveriesModel(highs, problem, pairsOf(), levels);
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
    solver.run();
    const { colValue } = solver.getSolution();
    const sum = (isCounted) => Math.round(colValue.reduce((total, value, i) => total + (isCounted(i) ? value : 0), 0));
    const opened = problem.lanes.length;
    return {
      cost: solver.getObjectiveValue(),
      bound: solver.info.get('mip_dual_bound'),
      seconds: solver.getRunTime(),
      deliveries: sum((i) => i < opened),
      unplaced: sum((i) => i >= opened && model.colCost[i] === PRICES.unplaced),
      shortfall: sum((i) => i >= opened && model.colCost[i] === PRICES.shortfall),
    };
  });
}

/** By the places in the problem's lists, which stand in the order of ids as the terrain does. */
function pairsOf() {
  const pairs = [];
  for (let lot = 0; lot < sized.lots; lot++) {
    sized.eachSink(lot, (sink) => {
      pairs.push({ lot, group: sized.groups[sink].index, most: sized.most(lot, sink), least: sized.least(lot, sink) });
    });
  }
  return pairs;
}
