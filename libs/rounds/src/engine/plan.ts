/**
 * What the engine answers. It crosses from one thread to another, and a large round has millions of pairs: so the tables are
 * arrays of numbers, which move without being copied, and lots and groups stand in them by their place in `lots` and `groups`.
 */
export interface Plan {
  readonly engine: string;
  /** `wakachi.solution/1`, the same bytes on any machine. */
  readonly solution: string;
  readonly solutionSha256: string;
  /** As the frozen problem calls them. */
  readonly lots: readonly string[];
  readonly groups: readonly string[];
  /** Lot, group, cases; lot, group, cases; … */
  readonly awards: Int32Array;
  /** Lot by lot, one number for each group: 0 = may have it, else the rule that turns it away, `rules[number - 1]`. */
  readonly exclusions: Uint8Array;
  readonly rules: readonly string[];
}

export interface PlannedAward {
  readonly lot: string;
  readonly group: string;
  readonly cases: number;
}

export interface Exclusion {
  readonly lot: string;
  readonly group: string;
  readonly rule: string;
}

const AWARD_NUMBERS = 3;

/** Lazy, as all of them at once may be more than a process should hold. */
export function* awardsOf({ lots, groups, awards }: Plan): Generator<PlannedAward> {
  for (let at = 0; at < awards.length; at += AWARD_NUMBERS) {
    const [lot, group, cases] = awards.subarray(at, at + AWARD_NUMBERS) as unknown as [number, number, number];
    yield { lot: lots[lot] as string, group: groups[group] as string, cases };
  }
}

export function* exclusionsOf({ lots, groups, exclusions, rules }: Plan): Generator<Exclusion> {
  for (const [at, rule] of exclusions.entries()) {
    if (rule === 0) continue;
    const group = at % groups.length;
    yield { lot: lots[(at - group) / groups.length] as string, group: groups[group] as string, rule: rules[rule - 1] as string };
  }
}
