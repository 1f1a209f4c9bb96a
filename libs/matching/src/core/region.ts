/** A part of the network that is solved by itself: nothing moves any more between two regions. Lots, ports and sinks by number. */
export interface Region {
  readonly id: number;
  readonly lots: Int32Array;
  /** A port may be in another region than its sink; then as much as passes it is settled. */
  readonly ports: Int32Array;
  readonly sinks: Int32Array;
  /** How many cases its sinks get in the end; where not `isExact`, at most so many. */
  readonly cases: number;
  readonly isExact: boolean;
}
