const NO_WORDS = new Uint32Array(0);

/**
 * Which ports a search has not seen yet, and which stand in which layer, as bits: sink 32w + i of a class is bit i of its word w.
 * Only words in which the region has a port are ever looked at, and in a search only those in which one is unseen.
 */
export class PortBits {
  /** Per class, the words in which the region has a port. */
  readonly words: readonly Int32Array[];
  readonly wordCount: Int32Array;
  private readonly rowLength: number;
  private readonly unseen: readonly Uint32Array[];
  private readonly liveWords: readonly Int32Array[];
  private readonly liveCount: Int32Array;
  /** By depth and class. */
  private readonly layers: Uint32Array[] = [];

  constructor(
    private readonly sinks: number,
    private readonly classes: number,
  ) {
    this.rowLength = (sinks + 31) >> 5;
    const perClass = <T>(make: () => T) => Array.from({ length: classes }, make);
    this.unseen = perClass(() => new Uint32Array(this.rowLength));
    this.words = perClass(() => new Int32Array(this.rowLength));
    this.liveWords = perClass(() => new Int32Array(this.rowLength));
    this.wordCount = new Int32Array(classes);
    this.liveCount = new Int32Array(classes);
  }

  /** Nothing of these ports is seen. */
  begin(ports: Int32Array): void {
    this.wordCount.fill(0);
    for (const port of ports) {
      const storageClass = Math.floor(port / this.sinks);
      const sink = port - storageClass * this.sinks;
      const unseen = this.unseen[storageClass] as Uint32Array;
      const word = sink >> 5;
      if (unseen[word] === 0) {
        const count = this.wordCount[storageClass] as number;
        (this.words[storageClass] as Int32Array)[count] = word;
        (this.liveWords[storageClass] as Int32Array)[count] = word;
        this.wordCount[storageClass] = count + 1;
      }
      unseen[word] = (unseen[word] as number) | (1 << (sink & 31));
    }
    this.liveCount.set(this.wordCount);
  }

  end(): void {
    for (let c = 0; c < this.classes; c++) {
      const words = this.words[c] as Int32Array;
      const unseen = this.unseen[c] as Uint32Array;
      for (let i = 0; i < (this.wordCount[c] as number); i++) unseen[words[i] as number] = 0;
    }
  }

  isUnseen(storageClass: number, sink: number): boolean {
    return ((((this.unseen[storageClass] as Uint32Array)[sink >> 5] as number) >>> (sink & 31)) & 1) === 1;
  }

  /** Puts one port into a layer. */
  see(storageClass: number, sink: number, depth: number): void {
    const unseen = this.unseen[storageClass] as Uint32Array;
    const bit = 1 << (sink & 31);
    unseen[sink >> 5] = (unseen[sink >> 5] as number) & ~bit;
    const layer = this.layers[depth * this.classes + storageClass];
    if (layer !== undefined && layer.length > 0) layer[sink >> 5] = (layer[sink >> 5] as number) | bit;
  }

  /** Puts all unseen ports of the row into a layer, and tells of each. */
  seeRow(row: Uint32Array, storageClass: number, depth: number, tell: (sink: number) => void): void {
    const unseen = this.unseen[storageClass] as Uint32Array;
    const live = this.liveWords[storageClass] as Int32Array;
    const layer = this.layer(depth, storageClass);
    let count = this.liveCount[storageClass] as number;
    for (let i = 0; i < count; i++) {
      const word = live[i] as number;
      const before = unseen[word] as number;
      if (before === 0) {
        count -= 1;
        live[i] = live[count] as number;
        i -= 1;
        continue;
      }
      let found = before & (row[word] as number);
      if (found === 0) continue;
      unseen[word] = before & ~found;
      layer[word] = (layer[word] as number) | found;
      for (; found !== 0; found &= found - 1) tell(word * 32 + 31 - Math.clz32(found & -found));
    }
    this.liveCount[storageClass] = count;
  }

  /** Ports of a class at a depth: what a lot one step above may send to. */
  layer(depth: number, storageClass: number): Uint32Array {
    const at = depth * this.classes + storageClass;
    while (this.layers.length <= at) this.layers.push(NO_WORDS);
    if (this.layers[at] === NO_WORDS) this.layers[at] = new Uint32Array(this.rowLength);
    return this.layers[at] as Uint32Array;
  }

  /** Takes a port out of its layer. */
  hide(port: number, depth: number): void {
    const layer = this.layers[depth * this.classes + Math.floor(port / this.sinks)];
    if (layer === undefined || layer.length === 0) return;
    const sink = port % this.sinks;
    layer[sink >> 5] = (layer[sink >> 5] as number) & ~(1 << (sink & 31));
  }
}
