/**
 * Full-width digits and the marks around them become plain ones, one character for one. Not NFKC, which also turns ①
 * into 1 and so １２① into 121.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，．／－　]/g, (mark) => PLAIN[mark] ?? mark);
}

const PLAIN: Readonly<Record<string, string>> = { '，': ',', '．': '.', '／': '/', '－': '-', '　': ' ' };
