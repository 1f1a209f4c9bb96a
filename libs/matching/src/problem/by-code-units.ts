/** UTF-16 order, the same on every machine; `localeCompare` is not. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
