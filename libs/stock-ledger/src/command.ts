import { canonicalJson } from '@wakachi/kernel';

/** Moves whole base units of one lot from one account to another. */
export interface Posting {
  readonly lotId: string;
  readonly sourceId: string;
  readonly destinationId: string;
  /** Base units (個), at least 1. */
  readonly units: number;
}

interface CommandHead {
  /** The idempotency key: the same command may be sent for ever and is applied once. */
  readonly commandId: string;
  /** What happened, e.g. `hub-intake`. */
  readonly kind: string;
  /** When it happened in the world. */
  readonly effectiveAt: Date;
  readonly actorId: string | null;
  readonly reason: string | null;
}

export interface PostCommand extends CommandHead {
  readonly postings: readonly Posting[];
}

export interface ReverseCommand extends CommandHead {
  /** The command whose postings are taken back, all of them. */
  readonly reverses: string;
}

/** The bytes that are hashed for idempotency and kept in the journal. */
export function commandBody(command: PostCommand | ReverseCommand): string {
  const head = { kind: command.kind, effectiveAt: command.effectiveAt.toISOString(), actor: command.actorId, reason: command.reason };
  if ('reverses' in command) return canonicalJson({ ...head, reverses: command.reverses });
  return canonicalJson({ ...head, postings: command.postings.map((p) => [p.lotId, p.sourceId, p.destinationId, p.units]) });
}
