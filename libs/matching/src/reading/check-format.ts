import { Fault } from './fault.js';

/** Asked first: somebody who passes the wrong document should read that, not a list of strange fields. */
export function checkFormat(document: unknown, format: string): void {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new Fault('', 'notObject');
  const found = (document as Record<string, unknown>).format;
  if (found === undefined) throw new Fault('/format', 'missing');
  if (found !== format) throw new Fault('/format', 'notOneOf', { names: format });
}
