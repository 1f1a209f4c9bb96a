import { largestRemainders } from '../../numbers/largest-remainders.js';
import type { ProblemGroup } from '../../problem/problem.js';

const SHARES_PER_HOUSEHOLD = 1_000;

/** The shares of each group. None is made or lost: what a round spends comes back at its end, to all in proportion to need. */
export class Accounts {
  private readonly balances: Map<string, number>;
  private spent = 0;
  readonly allNeeds: number;

  constructor(private readonly groups: readonly ProblemGroup[]) {
    this.allNeeds = groups.reduce((sum, { need }) => sum + need, 0);
    this.balances = new Map(groups.map(({ id, need }) => [id, need * SHARES_PER_HOUSEHOLD]));
  }

  /** Below 0 on credit. */
  balance(group: string): number {
    return this.balances.get(group) as number;
  }

  /** The most that a group may pay: its balance, and for a small group as much credit, free of interest, as it had shares at first. */
  purse(group: ProblemGroup): number {
    return this.balance(group.id) + (this.isSmall(group) ? group.need * SHARES_PER_HOUSEHOLD : 0);
  }

  /** Below half of the mean need. */
  isSmall({ need }: ProblemGroup): boolean {
    return 2 * need * this.groups.length < this.allNeeds;
  }

  pay(group: string, shares: number): void {
    this.balances.set(group, this.balance(group) - shares);
    this.spent += shares;
  }

  /** The end of a round. */
  recycle(): void {
    const parts = largestRemainders(
      this.spent,
      this.groups.map(({ need }) => need),
    );
    for (const [i, { id }] of this.groups.entries()) this.balances.set(id, this.balance(id) + (parts[i] as number));
    this.spent = 0;
  }
}
