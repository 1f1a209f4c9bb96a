import type { Level } from '../solution/solution.js';

/** Rounds that count towards a fill level: the one being shared out and those before it. */
export const WINDOW = 12;

/** What each group got in the rounds that still count. */
export class History {
  private readonly recent: (readonly Level[])[] = [];

  /** Carry-over into the next round. */
  received(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const levels of this.recent) for (const { group, awarded } of levels) sums.set(group, (sums.get(group) ?? 0) + awarded);
    return sums;
  }

  add(levels: readonly Level[]): void {
    this.recent.push(levels);
    if (this.recent.length === WINDOW) this.recent.shift();
  }
}
