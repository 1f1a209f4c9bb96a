/** One step further down a JSON pointer (RFC 6901). */
export function pointerStep(pointer: string, token: string | number): string {
  return typeof token === 'number' ? `${pointer}/${token}` : `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
