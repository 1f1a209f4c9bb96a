import type { Bilingual } from './message.js';

/** What is wrong with one cell, row or file, so that a person can go there and mend it. */
export interface RowIssue {
  readonly file: string;
  readonly sheet?: string;
  /** As on screen, from 1; 0 means the file as a whole. */
  readonly row: number;
  /** The header's text; empty when no column is meant. */
  readonly column: string;
  /** `A1` style. */
  readonly cell?: string;
  readonly found: string;
  readonly expected: Bilingual;
  readonly message: Bilingual;
  readonly severity: 'error' | 'warning';
  readonly code: string;
}
