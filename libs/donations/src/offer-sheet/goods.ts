import { readGtin } from '@wakachi/catalogue';
import { type IssueText, orBlank, wholeNumber } from '@wakachi/exchange';
import type { MessageParams } from '@wakachi/kernel';
import type { OfferRow } from './columns.js';
import { expectation, message, type OfferIssueCode } from './messages.js';

/** JAN or ITF as digits. A slip in the check digit is a warning: the goods exist all the same. */
export function readCode(row: OfferRow, key: 'gtin' | 'itf'): string | null | undefined {
  if (row.isBlank(key)) return null;
  const found = row.shown(key);
  const code = readGtin(found);
  if (!code.ok) {
    row.note(key, codeIssue(code.reason === 'scientific-notation' ? 'gtin-scientific' : 'gtin-unreadable', { found }));
    return undefined;
  }
  if (!code.checkDigitRight) row.note(key, codeIssue('gtin-check-digit', { found }), 'warning');
  if (code.inStore) row.note(key, codeIssue('gtin-in-store', { found }), 'warning');
  return key === 'itf' ? code.gtin.padStart(14, '0') : code.gtin;
}

/** The case's number carries the item's: a packing digit, the item's twelve, a check digit. */
export function noteUnlikeCodes(row: OfferRow, gtin: string | null | undefined, itf: string | null | undefined): void {
  if (!gtin || !itf || gtin.length === 14) return;
  if (itf.slice(1, 13) !== gtin.padStart(13, '0').slice(0, 12)) row.note('itf', codeIssue('itf-other-item'), 'warning');
}

/** Undefined when the sides can't be read, null when none is given. */
export function readCaseMillilitres(row: OfferRow): number | null | undefined {
  const side = orBlank(wholeNumber({ min: 1, max: 5_000 }));
  const sides = (['depth', 'width', 'height'] as const).map((key) => row.read(key, side));
  const [depth, width, height] = sides;
  if (depth && width && height) return Math.ceil((depth * width * height) / 1000);
  if (sides.includes(undefined)) return undefined;
  if (sides.every((length) => length === null)) return null;
  const key = depth === null ? 'depth' : width === null ? 'width' : 'height';
  row.note(key, { code: 'sides-incomplete', message: message('sides-incomplete'), expected: expectation('sides') });
  return undefined;
}

function codeIssue(code: OfferIssueCode, params: MessageParams = {}): IssueText {
  return { code, message: message(code, params), expected: expectation('gtin') };
}
