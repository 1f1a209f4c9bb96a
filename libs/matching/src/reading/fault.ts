import type { Bilingual } from '@wakachi/kernel';
import { type FaultKey, faultText } from './fault-text.js';

/** What is wrong and where. Inside this lib only: the shells turn it into the error of their own document. */
export class Fault extends Error {
  readonly text: Bilingual;

  constructor(
    readonly pointer: string,
    key: FaultKey,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    const text = faultText(key, params);
    super(`${pointer}: ${text.en}`);
    this.text = text;
  }
}
