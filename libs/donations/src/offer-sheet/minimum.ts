import { plainDigits } from '@wakachi/exchange';
import { message } from './messages.js';
import type { HoldReason } from './offer-line.js';

export interface ReadMinimum {
  readonly minCasesPerGroup: number | null;
  readonly held: HoldReason[];
}

const MINIMUM = /^(\d{1,4})(ケース|箱|c\/?s)?(以上|から|より|~)?$/i;

/** 最小ロット/団体: 3, 3ケース, 3箱以上. Blank sets no minimum; other wordings hold the lot. */
export function readMinimum(cell: string): ReadMinimum {
  const text = cell.trim();
  if (text === '' || text === 'なし') return { minCasesPerGroup: null, held: [] };
  const cases = Number(
    MINIMUM.exec(
      plainDigits(text)
        .replace(/\s+/g, '')
        .replace(/[〜～]/g, '~'),
    )?.[1] ?? 0,
  );
  if (cases >= 1) return { minCasesPerGroup: cases, held: [] };
  return { minCasesPerGroup: null, held: [{ code: 'minimum-not-understood', text, message: message('minimum-not-understood', { text }) }] };
}
