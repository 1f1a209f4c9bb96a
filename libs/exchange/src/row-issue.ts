import { DomainError, type RowIssue } from '@wakachi/kernel';

/** Whole or not at all: one error anywhere and no row is handed out, but every error is listed. */
export type Reading<T> =
  | { readonly ok: true; readonly rows: T[]; readonly warnings: RowIssue[] }
  | { readonly ok: false; readonly issues: RowIssue[] };

/** The file can't be taken as a sheet at all, or its header isn't the one asked for. */
export class SheetUnreadable extends DomainError {
  constructor(readonly issues: readonly RowIssue[]) {
    super('sheet-unreadable', 'invalid', issues[0]?.message ?? { ja: '', en: '' }, { issues });
  }
}

/** Runs a reader and turns an unreadable sheet into a listing like any other. */
export async function readingOf<T>(read: () => Promise<Reading<T>>): Promise<Reading<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SheetUnreadable) return { ok: false, issues: [...error.issues] };
    throw error;
  }
}

/** Closes a reading: the rows if nothing is wrong, else every issue in the order of the sheet. */
export function reading<T>(rows: T[], issues: readonly RowIssue[]): Reading<T> {
  const inOrder = [...issues].sort((a, b) => a.row - b.row);
  return inOrder.some((issue) => issue.severity === 'error') ? { ok: false, issues: inOrder } : { ok: true, rows, warnings: inOrder };
}
