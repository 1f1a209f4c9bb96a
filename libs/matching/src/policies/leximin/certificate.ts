import { pointerStep, TEMPERATURE_CLASSES } from '@wakachi/kernel';
import type { Flow } from '../../core/flow.js';
import { potentialsOf } from '../../core/potentials.js';
import type { Residual } from '../../core/residual.js';
import type { Plan } from '../../plan/plan.js';
import type { TerrainGroup } from '../../rules/terrain.js';
import type { Certificate } from '../../solution/solution.js';

/** All that lets a reader check the plan without searching: what could be placed is placed, and no potential is broken. */
export function exactCertificate(plan: Plan, residual: Residual, groups: readonly TerrainGroup[]): Certificate {
  return {
    exact: true,
    placedBound: plan.terrain.lots.reduce((sum, lot) => sum + lot.source.cases - plan.left(lot), 0),
    shortfall: '0/1',
    potentials: namedPotentials(plan, residual, groups),
  };
}

/** A group's id is escaped as in a JSON pointer, or a group named "G1/ambient" would pass for a class of G1. */
function namedPotentials(plan: Plan, residual: Residual, groups: readonly TerrainGroup[]): Record<string, string | null> {
  const { flow } = residual;
  const potentials = potentialsOf(residual);
  const nameAt = (node: number) => groups[potentials[node] as number]?.source.id ?? null;
  const named: Record<string, string | null> = {};
  for (const lot of plan.terrain.lots) named[`lot:${lot.source.id}`] = nameAt(lot.index);
  for (const [sink, { source }] of groups.entries()) {
    const node = `group:${pointerStep('', source.id).slice(1)}`;
    named[node] = nameAt(flow.firstSink + sink);
    for (const [c, name] of TEMPERATURE_CLASSES.entries()) named[`${node}/${name}`] = nameAt(portNode(flow, c, sink));
  }
  return named;
}

function portNode(flow: Flow, storageClass: number, sink: number): number {
  return flow.lots + storageClass * flow.sinks + sink;
}
