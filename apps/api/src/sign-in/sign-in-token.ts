import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '@wakachi/access';

export interface SignedIn {
  readonly networkId: string;
  readonly personId: string;
  readonly role: Role;
}

const HOURS = 12;
/** Several API processes share it through the environment; alone, a restart signs everybody out. */
const secret = process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex');

export function issueToken(who: SignedIn, now: Date): string {
  const payload = Buffer.from(JSON.stringify({ ...who, until: now.getTime() + HOURS * 3_600_000 })).toString('base64url');
  return `${payload}.${signature(payload)}`;
}

/** Null when it is not ours or has expired. */
export function readToken(token: string, now: Date): SignedIn | null {
  const [payload, mark] = token.split('.');
  if (payload === undefined || mark === undefined) return null;
  const [ours, theirs] = [Buffer.from(signature(payload)), Buffer.from(mark)];
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
  const { until, ...who } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as SignedIn & { until: number };
  return until > now.getTime() ? who : null;
}

function signature(payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
