import { expectation } from '../messages.js';
import { displayOf } from '../table.js';
import { type CellParser, problem, value } from './parsed.js';

const DAYS = '日月火水木金土';

/** 月火木, 月、火、木 or 月・火・木 → sorted days, 0 = Sunday. Blank → none declared. */
export const weekdays: CellParser<number[]> = (cell) => {
  const letters = displayOf(cell)
    .replace(/曜日?/g, '')
    .replace(/[\s、，,・/／]/g, '');
  if (letters === '毎') return value([0, 1, 2, 3, 4, 5, 6]);
  const days = [...letters].map((letter) => DAYS.indexOf(letter));
  if (days.includes(-1)) return problem(cell, 'not-weekdays', expectation('weekdays'));
  return value([...new Set(days)].sort((a, b) => a - b));
};
