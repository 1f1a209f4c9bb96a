import { compareFields } from './compare-fields.js';
import type { Facts } from './facts.js';
import { type Violation, violation } from './violation.js';

/** Only leximin claims bounds. Until its certificate can be checked, a leximin solution is never said to hold. */
export function checkCertificate({ solution }: Facts): Violation[] {
  if (solution.policy === 'leximin') return [violation('/certificate', 'cannotCertify', { policy: solution.policy })];
  return compareFields('/certificate', solution.certificate, { exact: false });
}
