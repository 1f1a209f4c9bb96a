/** A table of yes and no, one row of bits for each group: a hundred million pairs in some twelve megabytes. */
export class BitRows {
  private readonly bits: Uint32Array;
  readonly wordsPerRow: number;

  constructor(rows: number, columns: number) {
    this.wordsPerRow = (columns + 31) >>> 5;
    this.bits = new Uint32Array(rows * this.wordsPerRow);
  }

  set(row: number, column: number): void {
    const word = row * this.wordsPerRow + (column >>> 5);
    this.bits[word] = (this.bits[word] as number) | (1 << (column & 31));
  }

  clear(row: number, column: number): void {
    const word = row * this.wordsPerRow + (column >>> 5);
    this.bits[word] = (this.bits[word] as number) & ~(1 << (column & 31));
  }

  has(row: number, column: number): boolean {
    return (((this.bits[row * this.wordsPerRow + (column >>> 5)] as number) >>> (column & 31)) & 1) === 1;
  }

  /** The row itself, not a copy. */
  row(row: number): Uint32Array {
    return this.bits.subarray(row * this.wordsPerRow, (row + 1) * this.wordsPerRow);
  }
}

/** The columns whose bits stand in a word, ascending. */
export function eachBit(word: number, firstColumn: number, visit: (column: number) => void): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) visit(firstColumn + 31 - Math.clz32(rest & -rest));
}
