/** With the `u` flag a surrogate matches only when it is not half of a pair. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
