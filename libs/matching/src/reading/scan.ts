import { scanJson } from '@wakachi/kernel';

/** Both formats are five deep and know whole numbers only. Throws JsonFault. */
export function scan(text: string): unknown {
  return scanJson(text, { deepest: 16, nul: 'keep', numbers: 'whole' });
}
