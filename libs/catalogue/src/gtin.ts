/** A GTIN is digits and a check digit (GS1 General Specifications 7.9). */
export type GtinReading =
  | { readonly ok: true; readonly gtin: string; readonly checkDigitRight: boolean; readonly inStore: boolean }
  | { readonly ok: false; readonly reason: 'scientific-notation' | 'not-digits' | 'wrong-length' };

const LENGTHS = [8, 12, 13, 14];

/**
 * A JAN (GTIN-8, GTIN-13), a UPC (GTIN-12) or a case's GTIN-14, in digits of any width. A wrong check digit is told, not
 * refused: the goods are real even if the number has a slip. 4.90E+12 has lost its digits for good and is refused.
 */
export function readGtin(text: string): GtinReading {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '');
  if (/^\d+(\.\d+)?[eE]\+?\d+$/.test(plain)) return { ok: false, reason: 'scientific-notation' };
  if (!/^\d+$/.test(plain)) return { ok: false, reason: 'not-digits' };
  if (!LENGTHS.includes(plain.length)) return { ok: false, reason: 'wrong-length' };
  return { ok: true, gtin: plain, checkDigitRight: gtinCheckDigit(plain.slice(0, -1)) === Number(plain.at(-1)), inStore: isInStore(plain) };
}

/** Weights 3, 1, 3, … from the right, so that the same number padded with zeros keeps its check digit. */
export function gtinCheckDigit(payload: string): number {
  let sum = 0;
  for (const [index, digit] of [...payload].reverse().entries()) sum += Number(digit) * (index % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/** 02 and 20–29 are for a shop's own use: the same number means other goods next door. */
function isInStore(gtin: string): boolean {
  return gtin.length !== 8 && /^(02|2\d)/.test(gtin.padStart(14, '0').slice(1));
}
