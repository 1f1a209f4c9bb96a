import { JsonFault } from '@wakachi/kernel';
import { type FaultKey, faultText } from './fault-text.js';

/** What is wrong and where. Inside this lib only: the shells turn it into the error of their own document. */
export class Fault extends JsonFault {
  constructor(pointer: string, key: FaultKey, params: Readonly<Record<string, string | number>> = {}) {
    super(pointer, faultText(key, params));
  }
}
