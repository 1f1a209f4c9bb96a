import { eachBit } from '../../core/bits.js';
import { keyBefore } from '../../core/core-problem.js';
import type { Flow } from '../../core/flow.js';
import { byNextKey } from '../../core/potentials.js';
import type { Residual } from '../../core/residual.js';
import { type TightSet, tightSetsOf } from '../../core/tight-sets.js';
import { sixPlaces } from '../../numbers/six-places.js';
import type { Plan } from '../../plan/plan.js';
import type { TerrainGroup, TerrainLot } from '../../rules/terrain.js';
import type { Reason } from '../../solution/solution.js';
import { tightSetText } from '../../text/tight-set-text.js';

/** What a tight set comes to, whoever asks. */
interface Figures {
  readonly lots: number;
  readonly cases: number;
  /** Groups that hold a case of it, locked ones included. */
  readonly groups: number;
  /** The two sinks that would be best off with one case less, of those that could give one up; -1 = none. */
  readonly best: number;
  readonly second: number;
}

/** Why a group that has room gets no further case: where the cases are that could be led to it, and who would have to give. */
export function tightSetReasons(plan: Plan, residual: Residual, groups: readonly TerrainGroup[]): Reason[] {
  const { flow } = residual;
  const sets = tightSetsOf(residual);
  const found = new Map<TightSet, Figures>();
  return [...byNextKey(flow)].flatMap((sink): Reason[] => {
    const set = sets[sink] as TightSet;
    if (set.every((word) => word === 0)) return [];
    const figures = found.get(set) ?? figuresOf(plan, residual, set);
    found.set(set, figures);
    const { best, second, ...counts } = figures;
    const giver = best === sink ? second : best;
    const drop = giver < 0 ? {} : { drop: levelAfter(flow, giver, -1) };
    const text = tightSetText({ ...counts, ...drop, level: levelAfter(flow, sink, 0) });
    return [{ group: groups[sink]?.source.id as string, kind: 'tight-set', ...counts, text }];
  });
}

function figuresOf(plan: Plan, { flow, start, holders }: Residual, set: TightSet): Figures {
  const owners = new Set<number>();
  let [lots, cases, best, second] = [0, 0, -1, -1];
  const isBetterOff = (a: number, b: number) => b < 0 || lastKeyBefore(flow, b, a);
  const compete = (sink: number) => {
    if (sink === best || sink === second) return;
    if (isBetterOff(sink, best)) [best, second] = [sink, best];
    else if (isBetterOff(sink, second)) second = sink;
  };
  const take = (place: number) => {
    const lot = plan.terrain.lots[place] as TerrainLot;
    lots += 1;
    cases += lot.source.cases;
    for (const group of plan.holders(lot).keys()) owners.add(group);
    for (let i = start[place] as number; i < (start[place + 1] as number); i++) compete(holders[i] as number);
  };
  for (const [w, word] of set.entries()) eachBit(word, w, take);
  return { lots, cases, groups: owners.size, best, second };
}

function lastKeyBefore({ problem, total }: Flow, a: number, b: number): boolean {
  return keyBefore(problem, a, (total[a] as number) - 1, b, (total[b] as number) - 1);
}

/** With so many cases more, as a decimal. */
function levelAfter({ problem, total }: Flow, sink: number, more: number): string {
  const filled = (problem.sinks.base[sink] as number) + ((total[sink] as number) + more) * problem.step;
  return sixPlaces(BigInt(filled), BigInt(problem.sinks.weight[sink] as number));
}
