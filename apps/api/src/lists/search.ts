/** A text as a pattern of ILIKE that finds it anywhere; what people type is never a pattern of its own. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
