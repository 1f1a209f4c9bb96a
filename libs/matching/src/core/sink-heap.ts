/** A binary heap of sink numbers in one typed array: the least by `before` is on top. */
export class SinkHeap {
  private items: Int32Array = new Int32Array(0);
  size = 0;

  constructor(private readonly before: (a: number, b: number) => boolean) {}

  get top(): number {
    return this.items[0] as number;
  }

  /** Takes the array over. */
  fill(items: Int32Array): void {
    this.items = items;
    this.size = items.length;
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  pop(): void {
    this.size -= 1;
    this.items[0] = this.items[this.size] as number;
    if (this.size > 0) this.sink(0);
  }

  /** The top's key has grown: lets it find its place. */
  topChanged(): void {
    this.sink(0);
  }

  private sink(from: number): void {
    const { items, size } = this;
    const item = items[from] as number;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(items[child + 1] as number, items[child] as number)) child += 1;
      if (!this.before(items[child] as number, item)) break;
      items[at] = items[child] as number;
      at = child;
    }
    items[at] = item;
  }
}
