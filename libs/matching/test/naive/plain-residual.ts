import type { Problem } from '../../src/index.js';
import { casesOf, freePairs, type PlainPlan, pairOf } from './plain-plan.js';

/** The contract's residual arcs, one by one, by the names of their nodes. */
type PlainArcs = ReadonlyMap<string, ReadonlySet<string>>;

const CLASSES = ['ambient', 'chilled', 'frozen'] as const;

/** Escaped as in a JSON pointer, as the contract has it. */
export function groupNode(id: string): string {
  return `group:${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function residualArcs(problem: Problem, plan: PlainPlan): PlainArcs {
  const arcs = new Map<string, Set<string>>();
  const add = (from: string, to: string) => arcs.set(from, (arcs.get(from) ?? new Set()).add(to));
  for (const lot of problem.lots) arcs.set(`lot:${lot.id}`, new Set());
  for (const group of problem.groups) {
    arcs.set(groupNode(group.id), new Set());
    for (const name of CLASSES) {
      const used = casesOf(problem, plan, null, group.id, name);
      arcs.set(`${groupNode(group.id)}/${name}`, new Set());
      if (used < (group.capacityCases?.[name] ?? Infinity)) add(`${groupNode(group.id)}/${name}`, groupNode(group.id));
    }
  }
  for (const { lot, group, cap } of freePairs(problem)) {
    const held = plan.get(pairOf(lot.id, group.id)) ?? 0;
    const shelf = `${groupNode(group.id)}/${lot.temperature}`;
    if (held < cap) add(`lot:${lot.id}`, shelf);
    if (held > 0) add(shelf, `lot:${lot.id}`);
    if (held > 0) add(groupNode(group.id), shelf);
  }
  return arcs;
}

/** A shortest path, both ends included; null when there is none. */
export function pathBetween(arcs: PlainArcs, from: string, to: string): string[] | null {
  const paths = new Map([[from, [from]]]);
  for (const [node, path] of paths) {
    if (node === to) return path;
    for (const next of arcs.get(node) ?? []) if (!paths.has(next)) paths.set(next, [...path, next]);
  }
  return null;
}

/** Each node with all that it reaches, itself included. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

export function reachFromEach(arcs: PlainArcs): Reach {
  return new Map([...arcs.keys()].map((from) => [from, reachedFrom(arcs, from)]));
}

function reachedFrom(arcs: PlainArcs, from: string): ReadonlySet<string> {
  const met = new Set([from]);
  for (const node of met) for (const next of arcs.get(node) ?? []) met.add(next);
  return met;
}
