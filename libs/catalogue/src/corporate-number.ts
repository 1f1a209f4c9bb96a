/**
 * 法人番号: 13 digits, the first of which checks the rest: 9 − (Σ Pn·Qn mod 9), Qn = 1, 2, 1, 2 … from the right
 * (法人番号の指定等に関する省令 第2条).
 */
export function isCorporateNumber(text: string): boolean {
  return /^\d{13}$/.test(text) && Number(text[0]) === corporateNumberCheckDigit(text.slice(1));
}

export function corporateNumberCheckDigit(payload: string): number {
  let sum = 0;
  for (const [index, digit] of [...payload].reverse().entries()) sum += Number(digit) * (index % 2 === 0 ? 1 : 2);
  return 9 - (sum % 9);
}
