/** A round has hundreds of rows. Anything near these limits is a mistake or an attack, and says so instead of taking the server along. */
export const LIMITS = {
  fileBytes: 16 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  headerSearchRows: 40,
  zipEntries: 1_000,
  inflatedBytes: 64 * 1024 * 1024,
  stylesBytes: 4 * 1024 * 1024,
  /** Sheet XML shrinks 10–20-fold, seldom 50-fold; small files are exempt because a few kilobytes can repeat well. */
  inflationRatio: 200,
  ratioFromBytes: 1024 * 1024,
  childMemoryMegabytes: 256,
  childMilliseconds: 20_000,
  childOutputBytes: 64 * 1024 * 1024,
} as const;
