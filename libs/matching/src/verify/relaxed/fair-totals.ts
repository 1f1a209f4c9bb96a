import { type Claims, dealUnits } from './deal-units.js';
import { type Part, Saturation } from './saturation.js';
import type { Transport } from './transport.js';

interface Waiting extends Part {
  /** What its groups get together, at most or, where it is known, exactly. */
  readonly units: number;
}

/**
 * The largest totals with the smallest keys: deal out by key, fill, and where not all arrives, part the groups at the minimum
 * cut; those beyond it share what has come, the others have their shares at least (Fujishige 1980; Groenevelt 1991).
 */
export function fairTotals(net: Transport, claims: Claims, most: number): Float64Array {
  const wanted = new Float64Array(net.groupCount);
  const saturation = new Saturation(net, wanted);
  const supply = net.left.reduce((sum, left) => sum + left, 0);
  const whole = { id: 0, groups: [...net.total.keys()], lots: [...net.left.keys()], units: Math.min(supply, most) };
  const waiting: Waiting[] = [whole];
  let parts = 1;
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    dealUnits(claims, part.groups, part.units, wanted);
    takeBack(net, saturation, part, wanted);
    if (saturation.fill(part)) continue;
    waiting.push(...cut(net, saturation, claims, part, wanted, parts));
    parts += 2;
    saturation.forget();
  }
  return net.total;
}

/** Whoever has more than it is due gives it back, except what has come over a cut. */
function takeBack(net: Transport, saturation: Saturation, part: Waiting, wanted: Float64Array): void {
  const { partOf } = saturation;
  for (const group of part.groups) {
    let excess = (net.total[group] as number) - (wanted[group] as number);
    for (const shelf of net.shelvesOf(group)) {
      if (excess <= 0) break;
      if (partOf[saturation.nodeOfShelf(shelf)] !== part.id) continue;
      for (const [lot, amount] of [...(net.held[shelf] as Map<number, number>)]) {
        if (partOf[lot] !== part.id || excess <= 0) continue;
        const back = Math.min(excess, amount);
        net.giveBack(lot, shelf, back);
        excess -= back;
      }
    }
  }
}

/** The far side is what the last search has met: nothing moves over the cut any more. */
function cut(net: Transport, saturation: Saturation, claims: Claims, part: Waiting, wanted: Float64Array, id: number): Waiting[] {
  const { partOf } = saturation;
  const isFar = (node: number) => saturation.isMet(node);
  const [farGroups, nearGroups] = parted(part.groups, (group) => isFar(saturation.nodeOfGroup(group)));
  const [farLots, nearLots] = parted(part.lots, isFar);
  const arrived = farGroups.reduce((sum, group) => sum + (net.total[group] as number), 0);
  const far = { id, groups: farGroups, lots: farLots, units: arrived };
  const near = { id: id + 1, groups: nearGroups, lots: nearLots, units: part.units - arrived };
  const nodes = [...part.lots, ...part.groups.map((group) => saturation.nodeOfGroup(group)), ...saturation.shelvesOfPart(part.id)];
  for (const node of nodes) partOf[node] = isFar(node) ? far.id : near.id;
  for (const group of nearGroups) claims.least[group] = wanted[group] as number;
  for (const group of farGroups) {
    claims.most[group] = wanted[group] as number;
    claims.least[group] = Math.max(claims.least[group] as number, settled(net, saturation, far.id, group));
  }
  return nearGroups.length === 0 ? [far] : [near, far];
}

/** What a group on the far side has over the cut, which it keeps. */
function settled(net: Transport, saturation: Saturation, far: number, group: number): number {
  let sum = 0;
  for (const shelf of net.shelvesOf(group)) {
    if (saturation.partOf[saturation.nodeOfShelf(shelf)] !== far) sum += net.through[shelf] as number;
    else for (const [lot, amount] of net.held[shelf] as Map<number, number>) if (saturation.partOf[lot] !== far) sum += amount;
  }
  return sum;
}

function parted(list: readonly number[], isFirst: (entry: number) => boolean): [number[], number[]] {
  return [list.filter(isFirst), list.filter((entry) => !isFirst(entry))];
}
