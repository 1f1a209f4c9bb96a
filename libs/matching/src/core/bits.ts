/** Calls `visit` with the number of each bit that is set, word `word` of a row being `bits`. */
export function eachBit(bits: number, word: number, visit: (place: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) visit(word * 32 + 31 - Math.clz32(rest & -rest));
}

/** Turns a square of 32 words by 32 bits over its diagonal, in place, by swapping ever smaller quarters. */
export function transpose(square: Uint32Array): void {
  let mask = 0x0000ffff;
  for (let width = 16; width !== 0; width >>= 1, mask ^= mask << width) {
    for (let at = 0; at < 32; at = (at + width + 1) & ~width) {
      const low = square[at] as number;
      const high = square[at + width] as number;
      const swapped = ((low >>> width) ^ high) & mask;
      square[at] = low ^ (swapped << width);
      square[at + width] = high ^ swapped;
    }
  }
}
