import type { PageByVoucher } from '@wakachi/stock-ledger';
import { readCursor, writeCursor } from './cursor.js';
import type { PageRequest } from './list-query.js';
import type { Page } from './page.js';

interface Numbered {
  readonly commandId: string;
  readonly voucher: number;
}

/** One page of what the journal has numbered. `find` is asked for one row more than the page holds, to know whether another follows. */
export async function pageByVoucher<T extends Numbered>(
  { limit, cursor, sort }: PageRequest,
  find: (page: PageByVoucher) => Promise<readonly T[]>,
): Promise<Page<T>> {
  const after = cursor === undefined ? null : Number(readCursor(cursor, sort).value);
  const found = await find({ after, backwards: sort.startsWith('-'), limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || !last) return { items, next: null };
  return { items, next: writeCursor({ sort, value: String(last.voucher), id: last.commandId }) };
}
