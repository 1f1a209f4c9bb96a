/**
 * A parameter for an array of ids, numbers or other words without spaces, quotes, commas and braces. The driver would quote and
 * escape each of them, which for thousands takes as long as to compute them.
 */
export function plainArray(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}
