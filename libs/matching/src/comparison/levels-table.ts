import { sixPlaces } from '../numbers/six-places.js';
import { markdownTable } from '../tables/markdown-table.js';
import { type ComparedPlan, type Comparison, isRefusal } from './comparison.js';
import { levelsWithinReach } from './levels-within-reach.js';

/** A Markdown table of every plan's fill levels side by side, the worst first: one row for each place, not for each group. */
export function levelsTable(comparison: Comparison): string {
  const plans = comparison.filter((row): row is ComparedPlan => !isRefusal(row));
  const vectors = plans.map(({ solution }) =>
    levelsWithinReach(solution).map(({ numerator, denominator }) => sixPlaces(BigInt(numerator), BigInt(denominator))),
  );
  const columns = [{ heading: '低い順 from the worst', isFigure: true }, ...plans.map(({ name }) => ({ heading: name, isFigure: true }))];
  const places = Array.from({ length: Math.max(0, ...vectors.map(({ length }) => length)) }, (_, i) => i);
  return markdownTable(
    columns,
    places.map((i) => [String(i + 1), ...vectors.map((vector) => vector[i] ?? '—')]),
  );
}
