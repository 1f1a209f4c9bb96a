/** The pointer of a whole document is the empty string, which nobody would see in a line: `#` is its URI form (RFC 6901). */
export function showPointer(pointer: string): string {
  return pointer === '' ? '#' : pointer;
}
