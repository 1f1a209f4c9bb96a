import { expectation } from '../messages.js';
import { displayOf, isBlank } from '../table.js';
import { plainDigits } from './digits.js';
import { blankProblem, type CellParser, problem, value } from './parsed.js';

const HYPHENS = /[-‐‑‒–—−ー]/g;

/** Seven digits without a hyphen. Excel takes a leading zero off a number, and every postcode has seven digits. */
export const postcode: CellParser<string> = (cell, context) => {
  const expected = expectation('postcode');
  if (isBlank(cell)) return blankProblem(context, expected);
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 10_000 && cell <= 9_999_999)
    return value(String(cell).padStart(7, '0'));
  if (typeof cell !== 'string') return problem(cell, 'not-a-postcode', expected);
  const digits = plainDigits(cell)
    .trim()
    .replace(/^〒\s*/, '')
    .replace(HYPHENS, '-');
  return /^\d{3}-?\d{4}$/.test(digits) ? value(digits.replace('-', '')) : problem(cell, 'not-a-postcode', expected);
};

/** Kept as text, hyphens where they were. A number has lost its leading zero to Excel; every Japanese number has one. */
export const phone: CellParser<string> = (cell, context) => {
  const expected = expectation('phone');
  if (isBlank(cell)) return blankProblem(context, expected);
  const written =
    typeof cell === 'number'
      ? `0${cell}`
      : plainDigits(displayOf(cell)).trim().replace(HYPHENS, '-').replace(/（/g, '(').replace(/）/g, ')');
  const digits = written.replace(/\D/g, '');
  const plausible = /^[+\d][\d\-() ]*$/.test(written) && digits.length >= 9 && digits.length <= 13;
  return plausible ? value(written) : problem(cell, 'not-a-phone', expected);
};
