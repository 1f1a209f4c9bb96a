import type { Holdings } from './holdings.js';

/** How far each sink is from where the relaxation sees it, and who comes before whom by it. */
export class Standing {
  constructor(
    private readonly holdings: Holdings,
    private readonly target: Float64Array,
  ) {}

  /** In the measure; below 0 where the sink has less. */
  excess(sink: number): number {
    return (this.holdings.awarded[sink] as number) - (this.target[sink] as number);
  }

  /** Further below its relaxed level, or less above it; of equals, the one whose turn comes first. */
  isWorseOff(a: number, b: number): boolean {
    const { weight } = this.holdings.problem.core.sinks;
    const left = this.excess(a) * (weight[b] as number);
    const right = this.excess(b) * (weight[a] as number);
    return left < right || (left === right && a < b);
  }

  /** Sinks, worst off first. */
  order(): number[] {
    return [...this.target.keys()].sort((a, b) => (this.isWorseOff(a, b) ? -1 : 1));
  }

  /** All that is missing to the relaxed levels: what the certificate calls the shortfall, before it is a fraction. */
  missing(): number {
    let sum = 0;
    for (let sink = 0; sink < this.target.length; sink++) sum += Math.max(0, -this.excess(sink));
    return sum;
  }

  /** Whether the worse-off of two sinks gains where one gives the other so much of the measure (squares over need, exactly). */
  isGain(from: number, to: number, amount: number): boolean {
    const { weight } = this.holdings.problem.core.sinks;
    return (amount + 2 * this.excess(to)) * (weight[from] as number) < (2 * this.excess(from) - amount) * (weight[to] as number);
  }

  /** How far an amount is from the one that would set both equal; the unit is of the two, so only their amounts compare. */
  distance(from: number, to: number, amount: number): number {
    const { weight } = this.holdings.problem.core.sinks;
    const [a, b] = [weight[from] as number, weight[to] as number];
    return Math.abs(amount * (a + b) - (this.excess(from) * b - this.excess(to) * a));
  }
}
