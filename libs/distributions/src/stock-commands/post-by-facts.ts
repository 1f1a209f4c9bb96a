import type { SqlExecutor } from '@wakachi/database';
import { commandBody, type LedgerOutcome, type PostCommand } from '@wakachi/stock-ledger';
import type { Facts, Question } from './context.js';
import type { HandOutCounts } from './judge.js';
import type { Remembered } from './remembered-facts.js';

type Answer = LedgerOutcome | { readonly outcome: 'facts-changed'; readonly facts: Facts };

/** Posts if the facts are still what they were, else says what they are; sets the network itself, so it may be given the pool. */
export async function postByFacts(
  tx: SqlExecutor,
  { networkId, personId, sites, lots }: Question,
  remembered: Remembered,
  post: PostCommand,
  handOut: HandOutCounts | null,
  recordedAt: Date,
): Promise<Answer> {
  const rows = await tx.query<{ answer: Answer }[]>('SELECT stock_command_apply($1, $2, $3, $4, $5, $6, $7, $8, $9) AS answer', [
    networkId,
    personId,
    post.commandId,
    sites,
    lots,
    remembered.json,
    commandBody(post),
    recordedAt,
    handOut && JSON.stringify(handOut),
  ]);
  return (rows as [{ answer: Answer }])[0].answer;
}
