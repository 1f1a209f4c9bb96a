import type { RowIssue } from '@wakachi/kernel';
import { SheetUnreadable } from '../src/index.js';

/** The issues a reading was refused for. */
export async function refusal(read: () => unknown): Promise<readonly RowIssue[]> {
  try {
    await read();
  } catch (error) {
    if (error instanceof SheetUnreadable) return error.issues;
    throw error;
  }
  throw new Error('The sheet was read');
}
