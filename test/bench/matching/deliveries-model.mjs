/** What one case that stays behind costs, and one of the measure below a relaxed level. A delivery costs what its lane says. */
export const PRICES = { unplaced: 2_000, shortfall: 300 };

/** What a plan comes to by these prices; `levels` = the relaxed ones, in the measure and by group id. */
export function costOf(problem, solution, levels) {
  const hubOf = new Map(problem.lots.map(({ id, hub }) => [id, hub]));
  const made = new Set(solution.awards.map(({ lot, group }) => JSON.stringify([hubOf.get(lot), group])));
  const deliveries = problem.lanes.filter(({ hub, group }) => made.has(JSON.stringify([hub, group])));
  const received = new Map(problem.groups.map(({ id, received = 0 }) => [id, received]));
  const missing = solution.levels.map(({ group, awarded }) => Math.max(0, levels.get(group) - received.get(group) - awarded));
  const unplaced = solution.metrics.cases - solution.metrics.placed;
  const shortfall = missing.reduce((sum, cases) => sum + cases, 0);
  const freight = deliveries.reduce((sum, { costPerDelivery }) => sum + costPerDelivery, 0);
  const cost = PRICES.unplaced * unplaced + PRICES.shortfall * shortfall + freight;
  return { cost, unplaced, shortfall, deliveries: made.size, freight };
}

/**
 * The same as a mixed-integer programme for HiGHS: cases of each pair, whether the pair is used (where it has a minimum), whether
 * a hub delivers to a group, what stays behind, what is missing. `pairs` = { lot, group, most, least } by place.
 */
export function deliveriesModel(highs, problem, pairs, levels) {
  const { lots, groups, lanes, measure } = problem;
  if (measure !== 'cases') throw new Error('the model counts cases');
  const { continuous, integer } = highs.constants.variableType;
  const columns = [];
  const rows = [];
  const column = (cost, upper, kind, lower = 0) => columns.push({ cost, lower, upper, kind, entries: [] }) - 1;
  const row = (lower, upper, terms) => {
    for (const [at, value] of terms) columns[at].entries.push([rows.length, value]);
    rows.push({ lower, upper });
  };
  const NONE = Number.POSITIVE_INFINITY;
  const opened = new Map(
    lanes.map(({ hub, group, costPerDelivery }) => [JSON.stringify([hub, group]), column(costPerDelivery, 1, integer)]),
  );
  const ofLot = lots.map(() => []);
  const ofGroup = groups.map(() => []);
  const ofShelf = new Map();
  for (const { lot, group, most, least } of pairs) {
    const cases = column(0, most, integer);
    const open = opened.get(JSON.stringify([lots[lot].hub, groups[group].id]));
    if (least > 1) {
      const used = column(0, 1, integer);
      row(0, NONE, [
        [cases, 1],
        [used, -least],
      ]);
      row(-NONE, 0, [
        [cases, 1],
        [used, -most],
      ]);
      row(-NONE, 0, [
        [used, 1],
        [open, -1],
      ]);
    } else
      row(-NONE, 0, [
        [cases, 1],
        [open, -most],
      ]);
    ofLot[lot].push([cases, 1]);
    ofGroup[group].push([cases, 1]);
    const shelf = JSON.stringify([group, lots[lot].temperature]);
    ofShelf.set(shelf, [...(ofShelf.get(shelf) ?? []), [cases, 1]]);
  }
  for (const [i, { cases }] of lots.entries()) row(cases, cases, [...ofLot[i], [column(PRICES.unplaced, cases, continuous), 1]]);
  for (const [j, { id, received = 0, maxCases = NONE, capacityCases = {} }] of groups.entries()) {
    row(levels.get(id) - received, NONE, [...ofGroup[j], [column(PRICES.shortfall, NONE, continuous), 1]]);
    if (maxCases < NONE) row(-NONE, maxCases, ofGroup[j]);
    for (const [name, most] of Object.entries(capacityCases)) {
      const shelf = ofShelf.get(JSON.stringify([j, name]));
      if (shelf !== undefined) row(-NONE, most, shelf);
    }
  }
  return toHighs(highs, columns, rows);
}

function toHighs(highs, columns, rows) {
  const entries = columns.flatMap((column) => column.entries);
  const starts = new Int32Array(columns.length + 1);
  for (const [i, column] of columns.entries()) starts[i + 1] = starts[i] + column.entries.length;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: columns.map(({ kind }) => kind),
    matrix: {
      format: 'csc',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(entries, ([at]) => at),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  };
}
