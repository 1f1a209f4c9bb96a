import { expectation } from '../messages.js';
import { type CellContent, isBlank } from '../table.js';
import { plainDigits } from './digits.js';
import { blankProblem, type CellParser, type Parsed, problem, value } from './parsed.js';

export interface WholeNumberRule {
  readonly min: number;
  readonly max?: number;
  /** The one word that may follow the digits in this column: `入` of `24入`. */
  readonly suffix?: string;
}

/** No count in a round comes near this, and sums of such counts stay exact. */
const LARGEST_COUNT = 9_999_999;

/** `120`, `１２０`, `1,000`. Refuses what only looks like a count: 12ケース, 約10, 10〜12, 1.5, 1e3, ▲5, ①. */
export function wholeNumber(rule: WholeNumberRule): CellParser<number> {
  const { min, max = LARGEST_COUNT, suffix } = rule;
  const expected = suffix === undefined ? expectation('whole-number', { min }) : expectation('whole-number-suffix', { min, suffix });
  return (cell, context) => {
    if (isBlank(cell)) return blankProblem(context, expected);
    const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? wholeNumberIn(cell, suffix) : null;
    if (number === null || !Number.isInteger(number)) return problem(cell, 'not-a-whole-number', expected);
    if (number < min || number > max) return problem(cell, 'number-out-of-range', expected, { min, max });
    return value(number);
  };
}

function wholeNumberIn(text: string, suffix: string | undefined): number | null {
  const plain = plainDigits(text).trim();
  const digits = suffix !== undefined && plain.endsWith(suffix) ? plain.slice(0, -suffix.length).trim() : plain;
  return /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})$/.test(digits) ? Number(digits.replaceAll(',', '')) : null;
}

const HEAVIEST_GRAMS = 2_000_000;

/** Kilograms with up to three decimals, as whole grams. */
export function gramsFromKilograms(cell: CellContent): Parsed<number> {
  const expected = expectation('kilograms');
  const kilograms = typeof cell === 'number' ? cell : typeof cell === 'string' ? kilogramsIn(cell) : null;
  if (kilograms === null) return problem(cell, 'not-a-weight', expected);
  // 6.9 × 1000 is 6900.000000000001: whole grams that floating point blurred, not a tenth of a milligram.
  const grams = Math.round(kilograms * 1000);
  if (Math.abs(kilograms * 1000 - grams) > 1e-6) return problem(cell, 'not-a-weight', expected);
  if (grams < 1 || grams > HEAVIEST_GRAMS)
    return problem(cell, 'number-out-of-range', expected, { min: 0.001, max: HEAVIEST_GRAMS / 1000 });
  return value(grams);
}

function kilogramsIn(text: string): number | null {
  const plain = plainDigits(text).trim();
  return /^\d{1,5}(\.\d{1,3})?$/.test(plain) ? Number(plain) : null;
}
