import { percent } from '../numbers/percent.js';
import { type Column, markdownTable } from '../tables/markdown-table.js';
import { type ComparedPlan, type Comparison, isRefusal } from './comparison.js';

const FIGURES: readonly (readonly [heading: string, figure: (plan: ComparedPlan) => string])[] = [
  ['配分 placed', ({ solution }) => String(solution.metrics.placed)],
  ['配分率 %', ({ solution }) => percent(solution.metrics.placed, solution.metrics.cases)],
  ['最低充足度 min', ({ solution }) => solution.metrics.minLevel],
  ['最高充足度 max', ({ solution }) => solution.metrics.maxLevel],
  ['Gini', ({ solution }) => solution.metrics.gini],
  ['最高÷平均 max/mean', ({ maxOverMean }) => maxOverMean],
  ['納品 deliveries', ({ solution }) => String(solution.metrics.deliveries)],
  ['品揃え平均 assortment', ({ solution }) => solution.metrics.assortment.mean],
  ['品揃え最低 worst', ({ solution }) => solution.metrics.assortment.worst],
];

/** Two Markdown tables, Japanese first: the figures of each plan, and how many groups are better or worse off than under each other plan. */
export function comparisonTable(comparison: Comparison): string {
  const plans = comparison.filter((row): row is ComparedPlan => !isRefusal(row));
  return plans.length < 2 ? figures(comparison) : `${figures(comparison)}\n${standings(plans)}`;
}

function figures(comparison: Comparison): string {
  const hasNotes = comparison.some(isRefusal);
  const columns: Column[] = [
    { heading: '方針 policy' },
    ...FIGURES.map(([heading]) => ({ heading, isFigure: true })),
    ...(hasNotes ? [{ heading: '備考 note' }] : []),
  ];
  const rows = comparison.map((row) =>
    isRefusal(row)
      ? [row.name, ...FIGURES.map(() => '—'), `${row.refusal.ja} / ${row.refusal.en}`]
      : [row.name, ...FIGURES.map(([, figure]) => figure(row))],
  );
  return markdownTable(columns, rows);
}

/** "12 / 3": so many groups better, so many worse off under the row's plan than under the column's. */
function standings(plans: readonly ComparedPlan[]): string {
  const columns = [
    { heading: '増える / 減る団体 groups better / worse off' },
    ...plans.map(({ name }) => ({ heading: name, isFigure: true })),
  ];
  const rows = plans.map((plan) => [
    plan.name,
    ...plans.map((other) => {
      const found = plan.standings.find(({ than }) => than === other.name);
      return found === undefined ? '—' : `${found.better} / ${found.worse}`;
    }),
  ]);
  return markdownTable(columns, rows);
}
