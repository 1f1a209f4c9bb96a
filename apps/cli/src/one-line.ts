import type { Bilingual } from '@wakachi/kernel';

/** Line ends, control and format characters: an id from a document must not forge a second line or steer a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const LONGEST = 600;

/** One printable line, Japanese then English. */
export function oneLine(where: string, text: Bilingual): string {
  const line = [where, `${text.ja} / ${text.en}`].filter((part) => part !== '').join(': ');
  const clean = line.replace(UNPRINTABLE, ' ');
  return `${clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean}\n`;
}
