import { compareQuotients } from '../numbers/compare-quotients.js';
import { maxOverMean } from '../numbers/max-over-mean.js';
import { meanOfDecimals } from '../numbers/mean-of-decimals.js';
import { sixPlaces } from '../numbers/six-places.js';
import { gini, type Quotient } from '../report/gini.js';
import type { Metrics } from '../solution/solution.js';
import { WINDOW } from './history.js';
import type { PlayedRound } from './play-rounds.js';
import type { RunFigures } from './simulation.js';
import type { World } from './world/world.js';

export function runFigures(world: World, played: readonly PlayedRound[]): RunFigures {
  const all = played.map(({ solution }) => solution.metrics);
  const settled = all.length >= WINDOW ? all.slice(WINDOW - 1) : all;
  const mean = (figure: (metrics: Metrics) => string) => meanOfDecimals(settled.map(figure));
  const sum = (figure: (metrics: Metrics) => number) => all.reduce((total, metrics) => total + figure(metrics), 0);
  const ascending = perHousehold(world, played);
  return {
    cases: sum(({ cases }) => cases),
    placed: sum(({ placed }) => placed),
    meanMinLevel: mean(({ minLevel }) => minLevel),
    meanGini: mean((metrics) => metrics.gini),
    meanAssortment: mean(({ assortment }) => assortment.mean),
    minPerHousehold: decimal(ascending[0]),
    maxPerHousehold: decimal(ascending.at(-1)),
    giniPerHousehold: gini(ascending),
    maxOverMean: maxOverMean(ascending),
    deliveries: sum(({ deliveries }) => deliveries),
    meanPreference: meanPreference(world, played),
  };
}

/** Received from the first round to the last, by need, in ascending order. */
function perHousehold({ groups }: World, played: readonly PlayedRound[]): Quotient[] {
  const totals = new Map<string, number>();
  for (const { solution } of played) {
    for (const { group, awarded } of solution.levels) totals.set(group, (totals.get(group) ?? 0) + awarded);
  }
  return groups
    .map(({ id, need }) => ({ numerator: totals.get(id) ?? 0, denominator: need }))
    .sort((a, b) => compareQuotients(a.numerator, a.denominator, b.numerator, b.denominator));
}

function decimal(quotient: Quotient | undefined): string {
  return quotient === undefined ? sixPlaces(0n, 1n) : sixPlaces(BigInt(quotient.numerator), BigInt(quotient.denominator));
}

function meanPreference({ preferences }: World, played: readonly PlayedRound[]): string {
  let [liked, cases] = [0, 0];
  for (const { problem, solution } of played) {
    const categoryOf = new Map(problem.lots.map((lot) => [lot.id, lot.category as string]));
    for (const award of solution.awards) {
      liked += award.cases * (preferences.get(award.group)?.get(categoryOf.get(award.lot) as string) as number);
      cases += award.cases;
    }
  }
  return sixPlaces(BigInt(liked), BigInt(cases));
}
