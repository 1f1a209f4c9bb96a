import { Injectable } from '@nestjs/common';
import { Database, type SqlExecutor } from '@wakachi/database';
import { Clock, calendarDateIn, canonicalJson, deriveId } from '@wakachi/kernel';
import { PeriodAlreadyClosed, PeriodBelowZero, PeriodNotOver } from './errors.js';
import { type Month, monthAfter, monthsBetween, startOfMonth } from './month.js';

export interface ClosedMonth {
  readonly month: Month;
  readonly closedAt: Date;
  readonly closedBy: string;
}

type Outcome =
  | { outcome: 'closed' | 'already-closed' | 'not-over' }
  | { outcome: 'below-zero'; account: string; lot: string; units: number };

/** 締め: from then on nothing can be dated in the month. The journal says who closed what; there is no other record. */
@Injectable()
export class Periods {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Closes the month and every month before it. Throws PeriodAlreadyClosed, PeriodNotOver, PeriodBelowZero. */
  close(networkId: string, month: Month, by: string): Promise<ClosedMonth> {
    return this.db.inNetwork(networkId, async (tx) => {
      const now = this.clock.now();
      const [row] = await tx.query<[{ result: Outcome }]>('SELECT ledger_close_period($1, $2, $3, $4, $5) AS result', [
        networkId,
        startOfMonth(monthAfter(month)),
        deriveId('period-closed', networkId, month),
        canonicalJson({ month, by }),
        now,
      ]);
      const { result } = row;
      if (result.outcome === 'already-closed') throw new PeriodAlreadyClosed(month);
      if (result.outcome === 'not-over') throw new PeriodNotOver(month);
      if (result.outcome === 'below-zero') throw new PeriodBelowZero(month, result.account, result.lot, result.units);
      return { month, closedAt: now, closedBy: by };
    });
  }

  /** Every closed month since the first posting, the latest first. */
  list(networkId: string): Promise<ClosedMonth[]> {
    return this.db.inNetwork(networkId, closedMonths);
  }
}

async function closedMonths(tx: SqlExecutor): Promise<ClosedMonth[]> {
  const closings = await tx.query<{ month: Month; by: string; recorded_at: Date }[]>(
    `SELECT body::jsonb->>'month' AS month, body::jsonb->>'by' AS by, recorded_at FROM journal_entry WHERE kind = 'period-closed' ORDER BY seq`,
  );
  const [begun] = await tx.query<{ at: Date | null }[]>('SELECT min(effective_at) AS at FROM ledger_transaction');
  let open = begun?.at ? calendarDateIn('Asia/Tokyo', begun.at).slice(0, 7) : '9999-12';
  const months: ClosedMonth[] = [];
  for (const { month, by, recorded_at } of closings) {
    for (const each of open <= month ? monthsBetween(open, month) : [month])
      months.push({ month: each, closedAt: recorded_at, closedBy: by });
    open = monthAfter(month);
  }
  return months.reverse();
}
