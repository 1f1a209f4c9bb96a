import { newId, systemClock } from '@wakachi/kernel';

/** Long enough for a UUID or a trace id; too narrow for an e-mail, a sentence, a line end or (too long) a phone number. */
const SANE = /^[A-Za-z0-9_-]{16,64}$/;

/** The caller's id where it is one, else a new one. The wall clock on purpose: the sample's date would make its ids look old. */
export function requestIdFrom(header: unknown): string {
  return typeof header === 'string' && SANE.test(header) ? header : newId(systemClock);
}
