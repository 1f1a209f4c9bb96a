import { eligibility, type Problem, type Solution } from '../src/index.js';
import { seededOrder } from '../src/policies/seeded-order.js';
import { terrainOf } from '../src/rules/terrain.js';

/** What every best plan has in common: each group's cases, and the cases placed by each date in turn, undated last. */
export interface Best {
  readonly cases: readonly number[];
  readonly byDate: readonly number[];
}

/** More than any group can come to have of a class in a problem that is tried by brute force. */
const BASE = 32;

/** The best of all plans in the contract's order, found by trying all of them lot by lot. */
export function bruteForce(problem: Problem): Best {
  const classes = ['ambient', 'chilled', 'frozen'] as const;
  const dates = datesOf(problem);
  const { groups } = terrainOf(problem);
  /** How much each group has of each class, as one number in base 32, and the cases placed by date that go with it. */
  let states = new Map([[0, dates.map(() => 0)]]);
  const unit = (group: number, storageClass: number) => BASE ** (group * classes.length + storageClass);
  const held = (state: number, group: number, storageClass: number) => Math.floor(state / unit(group, storageClass)) % BASE;
  const heldInAll = (state: number, group: number) => sum(classes.map((_, c) => held(state, group, c)));
  for (const lot of problem.lots) {
    const date = dates.indexOf(lot.effectiveUntil ?? '~');
    const c = classes.indexOf(lot.temperature);
    const next = new Map<number, number[]>();
    const everyShare = [...sharesOf(problem, lot.id)];
    const fits = (state: number) =>
      groups.every(
        ({ source }, g) =>
          held(state, g, c) <= (source.capacityCases?.[lot.temperature] ?? BASE) && heldInAll(state, g) <= (source.maxCases ?? BASE),
      );
    for (const [before, byDate] of states) {
      for (const shares of everyShare) {
        const state = shares.reduce((total, cases, g) => total + cases * unit(g, c), before);
        if (!fits(state)) continue;
        const placed = byDate.with(date, (byDate[date] as number) + sum(shares));
        const known = next.get(state);
        if (known === undefined || isMore(placed, known)) next.set(state, placed);
      }
    }
    states = next;
  }
  const plans = [...states].map(([state, byDate]): Best => ({ cases: groups.map((_, g) => heldInAll(state, g)), byDate }));
  const most = Math.max(...plans.map(({ cases }) => sum(cases)));
  return plans.filter(({ cases }) => sum(cases) === most).reduce(betterOf(problem));
}

/** The same figures of a solution. */
export function figuresOf(problem: Problem, solution: Solution): Best {
  const dates = datesOf(problem);
  const { groups, lots } = terrainOf(problem);
  const byDate = dates.map(() => 0);
  const cases = groups.map(() => 0);
  for (const award of solution.awards) {
    const g = groups.findIndex(({ source }) => source.id === award.group);
    const d = dates.indexOf(lots.find(({ source }) => source.id === award.lot)?.source.effectiveUntil ?? '~');
    cases[g] = (cases[g] as number) + award.cases;
    byDate[d] = (byDate[d] as number) + award.cases;
  }
  return { cases, byDate };
}

function datesOf(problem: Problem): string[] {
  return [...new Set(problem.lots.map((lot) => lot.effectiveUntil ?? '~'))].sort();
}

function* sharesOf(problem: Problem, lotId: string): Generator<number[]> {
  const lot = problem.lots.find(({ id }) => id === lotId) as Problem['lots'][number];
  const caps = [...eligibility(problem)]
    .filter((pair) => pair.lot === lotId)
    .map(({ group, rule }) => {
      const lock = problem.locks?.find((entry) => entry.lot === lotId && entry.group === group);
      const request = problem.requests?.find((entry) => entry.lot === lotId && entry.group === group);
      const most = rule === null ? Math.min(lot.maxCasesPerGroup ?? lot.cases, request?.maxCases ?? lot.cases) : 0;
      return { least: lock?.cases ?? 0, most: lock?.cases ?? most };
    });
  function* from(g: number, left: number): Generator<number[]> {
    const cap = caps[g];
    if (cap === undefined) yield [];
    else
      for (let cases = cap.least; cases <= Math.min(cap.most, left); cases++)
        for (const rest of from(g + 1, left - cases)) yield [cases, ...rest];
  }
  yield* from(0, lot.cases);
}

/** Of two plans that place as many cases. */
function betterOf(problem: Problem): (a: Best, b: Best) => Best {
  const keys = new Map<Best, string[]>();
  const keysOf = (best: Best) => {
    const known = keys.get(best) ?? grantedKeys(problem, best.cases);
    keys.set(best, known);
    return known;
  };
  return (a, b) => {
    const [first, second] = [keysOf(a).join(), keysOf(b).join()];
    if (first !== second) return second < first ? b : a;
    return isMore(b.byDate, a.byDate) ? b : a;
  };
}

/** Each key as text that sorts as the keys do: a quotient over the common multiple of all needs, then the group's place. */
function grantedKeys(problem: Problem, cases: readonly number[]): string[] {
  const terrain = terrainOf(problem);
  const places = seededOrder(terrain);
  const step = terrain.lots[0]?.measure ?? 1;
  const multiple = terrain.groups.reduce((product, { source }) => product * source.need, 1);
  return terrain.groups
    .flatMap(({ source, index }) => {
      const locked = sum((problem.locks ?? []).filter((lock) => lock.group === source.id).map((lock) => lock.cases));
      const granted = (cases[index] as number) - locked;
      const base = (source.received ?? 0) + step * locked;
      return Array.from({ length: granted }, (_, k) => ((base + k * step) * multiple) / source.need).map(
        (key) => `${String(key).padStart(16, '0')}/${String(places[index]).padStart(3, '0')}`,
      );
    })
    .sort();
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] as number) > (b[at] as number);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
