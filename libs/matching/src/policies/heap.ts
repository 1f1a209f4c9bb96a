/** A binary heap: the least by `before` comes out first. */
export class Heap<T> {
  private readonly items: T[] = [];

  constructor(private readonly before: (a: T, b: T) => boolean) {}

  get top(): T | undefined {
    return this.items[0];
  }

  push(item: T): void {
    this.items.push(item);
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(item, this.items[parent] as T)) break;
      this.items[at] = this.items[parent] as T;
      at = parent;
    }
    this.items[at] = item;
  }

  pop(): T | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (this.items.length > 0) this.sinkFromTop(last as T);
    return top;
  }

  /** The top item's key has grown: lets it find its place. Cheaper than to pop and push. */
  topChanged(): void {
    if (this.items.length > 0) this.sinkFromTop(this.items[0] as T);
  }

  private sinkFromTop(item: T): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.before(this.items[child + 1] as T, this.items[child] as T)) child += 1;
      if (!this.before(this.items[child] as T, item)) break;
      this.items[at] = this.items[child] as T;
      at = child;
    }
    this.items[at] = item;
  }
}
