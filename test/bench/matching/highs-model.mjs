export { default as loadHighs } from 'highs';

/**
 * The core's objectives 1 and 2 as one linear programme: a column for every eligible pair and for every unit that a sink could
 * get. A unit is worth the more the smaller its key, and always something, so the most valuable set of units (the base of a
 * polymatroid, whatever the worths, as long as they fall) is the largest with the smallest keys. Dates are left out, which
 * spares the solver work that the core does.
 */
function highsModel(core, highs) {
  const { lots, sinks, classes } = core;
  const pairs = pairsOf(core);
  const units = unitsOf(core, pairs);
  const numRows = lots.count + classes * sinks.count + sinks.count;
  const numCols = pairs.length + units.length;
  const starts = new Int32Array(numCols + 1);
  const indices = new Int32Array(3 * pairs.length + units.length);
  const values = new Float64Array(indices.length).fill(1);
  const colUpper = new Float64Array(numCols).fill(1);
  const colCost = new Float64Array(numCols);
  let at = 0;
  const sinkRow = (sink) => lots.count + classes * sinks.count + sink;
  for (const [i, { lot, sink, cap }] of pairs.entries()) {
    indices.set([lot, lots.count + lots.classOf[lot] * sinks.count + sink, sinkRow(sink)], at);
    starts[i + 1] = at += 3;
    colUpper[i] = cap;
  }
  for (const [k, { sink }] of units.entries()) {
    indices[at] = sinkRow(sink);
    values[at] = -1;
    starts[pairs.length + k + 1] = at += 1;
    colCost[pairs.length + k] = units.length - k;
  }
  const rowUpper = Float64Array.from([...lots.supply, ...sinks.room, ...new Float64Array(sinks.count)]);
  const rowLower = new Float64Array(numRows).fill(Number.NEGATIVE_INFINITY).fill(0, lots.count + classes * sinks.count);
  const model = {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower,
    rowUpper,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  };
  return { model, pairs, units };
}

/** Cases of each sink in HiGHS's optimum. Throws when it finds none. */
export function solveByHighs(core, highs) {
  const { model, units, pairs } = highsModel(core, highs);
  if (units.length === 0) return new Float64Array(core.sinks.count);
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false });
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('HiGHS found no optimum');
    const { colValue } = solver.getSolution();
    const totals = new Float64Array(core.sinks.count);
    for (const [k, { sink }] of units.entries()) totals[sink] += colValue[pairs.length + k];
    return totals.map((total) => Math.round(total));
  });
}

function pairsOf({ lots, sinks, pairCaps }) {
  const pairs = [];
  for (let lot = 0; lot < lots.count; lot++) {
    for (const sink of sinksOf(lots.reach[lot])) {
      const cap = pairCaps.get(lot * sinks.count + sink) ?? Number.POSITIVE_INFINITY;
      pairs.push({ lot, sink, cap: Math.min(cap, lots.pairCap[lot], lots.supply[lot]) });
    }
  }
  return pairs;
}

function sinksOf(reach) {
  if (reach instanceof Int32Array) return [...reach];
  return Array.from({ length: reach.length * 32 }, (_, sink) => sink).filter((sink) => (reach[sink >> 5] >>> (sink & 31)) & 1);
}

/** Every unit that a sink could have, in the order of keys. */
function unitsOf({ lots, sinks, classes, step }, pairs) {
  const most = new Float64Array(classes * sinks.count);
  for (const { lot, sink, cap } of pairs) most[lots.classOf[lot] * sinks.count + sink] += cap;
  const units = [];
  for (let sink = 0; sink < sinks.count; sink++) {
    let count = 0;
    for (let c = 0; c < classes; c++) count += Math.min(most[c * sinks.count + sink], sinks.room[c * sinks.count + sink]);
    count = Math.min(count, sinks.ceiling[sink]);
    for (let k = 0; k < count; k++) units.push({ sink, filled: sinks.base[sink] + k * step });
  }
  const { weight } = sinks;
  return units.sort((a, b) => a.filled * weight[b.sink] - b.filled * weight[a.sink] || a.sink - b.sink);
}
