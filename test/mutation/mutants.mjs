/**
 * Bugs that somebody could write into the exact core: the file of the built core, and one or more changes to it: the code as it is, and
 * as it would be wrong. None of them is in what only makes a search quicker: such a mutant changes no plan.
 */
export const mutants = [
  // How shares are dealt out. Dealing, taking and exchanging mend each other's mistakes: two of them have to be wrong.
  ['apportion', ['keyBefore(problem, a, shares[a], b, shares[b])', 'a < b'], ['exchange(problem, sinks, bounds, shares);\n}', '}']],
  [
    'apportion',
    ['Math.floor(atLevel(problem, sink, level) - MARGIN)', 'Math.ceil(atLevel(problem, sink, level) + 1)'],
    ['takeSurplus(problem, sinks, dealt - cases, bounds, shares);', ''],
  ],
  [
    'apportion',
    ['Math.floor(atLevel(problem, sink, level) - MARGIN)', 'Math.ceil(atLevel(problem, sink, level) + 1)'],
    ['keyBefore(problem, b, shares[b] - 1, a, shares[a] - 1)', 'a < b'],
    ['exchange(problem, sinks, bounds, shares);\n}', '}'],
  ],
  ['apportion', ['dealt = dealMissing(problem, sinks, cases - dealt, bounds, shares) + dealt;', '']],
  ['apportion', ['Math.min(bounds.most[sink], Math.max(bounds.least[sink], share))', 'Math.max(bounds.least[sink], share)']],
  ['apportion', ['Math.min(bounds.most[sink], Math.max(bounds.least[sink], share))', 'Math.min(bounds.most[sink], share)']],
  ['apportion', ['if (share > least[sink])', 'if (share > 0)']],
  ['core-problem', ['left === right && a < b', 'left === right && a > b']],
  ['core-problem', ['return left < right ||', 'return left <= right ||']],
  // Where a region is cut, and what is kept on each side.
  ['split', ['bounds.most[sink] = target[sink];', '']],
  ['split', ['region.cases - arrived', 'region.cases']],
  ['split', ['isReached(lot) === wantReached', 'true']],
  ['split', ['layers.regionOf[flow.lots + port] = id;', '']],
  ['split', ['keepWhatIsSettled(flow, layers, cut, bounds);', '']],
  ['leximin-totals', ['takeExcess(flow, layers, region, target);', '']],
  ['leximin-totals', ['if (missing > 0) {', 'if (missing > 1) {']],
  ['leximin-totals', ['Math.min(room, problem.sinks.ceiling[sink])', 'room']],
  ['leximin-totals', ['layers.clear();', '']],
  // Paths: what still has room, and what goes back.
  ['layers', ['flow.roomOfPort(port) > 0) {\n            this.reach(sink, next);', 'true) {\n            this.reach(sink, next);']],
  ['layers', ['flow.total[sink] < target[sink]', 'flow.total[sink] <= target[sink]']],
  ['layers', ['pairs.tidy(port);', '']],
  ['paths', ['target[to - flow.firstSink] - flow.total[to - flow.firstSink]', 'target[to - flow.firstSink]']],
  ['paths', ['cases = Math.min(cases, this.roomOfStep(i));', '']],
  ['paths', ['flow.left[to] = flow.left[to] + cases;', '']],
  ['paths', ['flow.takeFromPair(this.pairUsed[i + 1], cases);', '']],
  ['paths', ['flow.through[next - flow.lots] = flow.through[next - flow.lots] - cases;', '']],
  ['flow', ['cap <= lots.supply[lot] ? 1 : 0', '0']],
  ['flow', ['this.setBit(lot, port % this.sinks, false);', '']],
  ['flow', ['this.rows[lot] = this.rows[lot].slice();', '']],
  ['flow', ['Math.min(cap, this.problem.pairCaps.get(lot * this.sinks + (port % this.sinks)) ?? cap)', 'cap']],
  // Dates.
  ['earliest-first', ['paths.maximise(', '(() => 0)(']],
  ['layers', ['flow.problem.lots.dateRank[node] > date', 'flow.problem.lots.dateRank[node] >= date']],
  // What is said of the plan.
  ['potentials', ['flow.roomOfPort(', '1 || flow.roomOfPort(']],
  ['potentials', ['keyBefore(problem, a, total[a], b, total[b]) ? -1 : 1', 'a - b']],
  ['potentials', ['total[sink] < problem.sinks.ceiling[sink]', 'true']],
  ['tight-sets', ['set[w] = set[w] | word;', '']],
  ['tight-sets', ['if (w < this.from)\n                this.from = w;', '']],
  ['residual', ['if (flow.roomOfPair(lot, flow.portOf(lot, sink)) > 0)', 'if (true)']],
];
