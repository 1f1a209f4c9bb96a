/** What a round that is over gave, in the measure of the round to come. */
export interface PastRound {
  /** Approved households of every group that took part. */
  readonly needs: ReadonlyMap<string, number>;
  /** What each got of it; a group that got nothing need not be there. */
  readonly received: ReadonlyMap<string, number>;
}

interface Entrant {
  readonly groupId: string;
  readonly need: number;
}

/**
 * 前回までの受取実績 of each group, over the rounds of the window. A round that a group did not take part in is credited at the
 * median level of those that did, so that neither a newcomer nor a group that skipped a round goes before everybody else; credit
 * is rounded down to whole units of the measure.
 */
export function carryOver(past: readonly PastRound[], groups: readonly Entrant[]): ReadonlyMap<string, number> {
  const medians = past.map(medianLevel);
  return new Map(
    groups.map(({ groupId, need }) => {
      const total = past.reduce((sum, round, i) => {
        if (round.needs.has(groupId)) return sum + (round.received.get(groupId) ?? 0);
        return sum + credit(medians[i] as Level | null, need);
      }, 0);
      return [groupId, total];
    }),
  );
}

interface Level {
  readonly received: number;
  readonly need: number;
}

/** The lower one of an even number, so that credit is never above what half of the groups had. Null where nobody took part. */
function medianLevel({ needs, received }: PastRound): Level | null {
  const levels = [...needs].map(([groupId, need]) => ({ received: received.get(groupId) ?? 0, need }));
  return levels.sort(byLevel)[(levels.length - 1) >> 1] ?? null;
}

function byLevel(a: Level, b: Level): number {
  const difference = BigInt(a.received) * BigInt(b.need) - BigInt(b.received) * BigInt(a.need);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function credit(level: Level | null, need: number): number {
  return level === null ? 0 : Number((BigInt(level.received) * BigInt(need)) / BigInt(level.need));
}
