/** An assertion that fails is a bug in this program, never a user's mistake: it surfaces as a 500. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
