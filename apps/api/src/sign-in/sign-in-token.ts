import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '@wakachi/access';

export interface SignedIn {
  readonly networkId: string;
  readonly personId: string;
  readonly role: Role;
}

interface Session {
  readonly who: SignedIn;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const HOURS = 12;
const MOST_REMEMBERED = 10_000;
/** Several API processes share it through the environment; alone, a restart signs everybody out. */
const secret = process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex');
/** Whoever signs in sends the same token with every request: what it says stays true, only its end has to be looked at again. */
const genuine = new Map<string, Session>();

export function issueToken(who: SignedIn, now: Date): string {
  const payload = Buffer.from(JSON.stringify({ ...who, until: now.getTime() + HOURS * 3_600_000 })).toString('base64url');
  return `${payload}.${signature(payload)}`;
}

/** Null when it is not ours or has expired. */
export function readToken(token: string, now: Date): SignedIn | null {
  const [payload, mark] = token.split('.');
  if (payload === undefined || mark === undefined) return null;
  const session = genuine.get(`${payload}.${mark}`) ?? checked(payload, mark);
  return session !== null && session.until > now.getTime() ? session.who : null;
}

/** The token's own words, once its signature is seen to be ours. */
function checked(payload: string, mark: string): Session | null {
  const [ours, theirs] = [Buffer.from(signature(payload)), Buffer.from(mark)];
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
  const { until, ...who } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as SignedIn & { until: number };
  const session = { who: Object.freeze(who), until };
  remember(`${payload}.${mark}`, session);
  return session;
}

/** The oldest is forgotten first. */
function remember(token: string, session: Session): void {
  genuine.set(token, session);
  if (genuine.size <= MOST_REMEMBERED) return;
  const [oldest] = genuine.keys();
  if (oldest !== undefined) genuine.delete(oldest);
}

function signature(payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
