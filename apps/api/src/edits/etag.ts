import { canonicalJson, sha256 } from '@wakachi/kernel';
import { ChangedMeanwhile } from '../problems/errors.js';

/** A strong tag (RFC 9110) over what the caller sees, so that no row needs a version of its own. */
export function etagOf(resource: unknown): string {
  return `"${sha256(canonicalJson(JSON.parse(JSON.stringify(resource)))).slice(0, 32)}"`;
}

/** To be asked under the lock that the change is made under. Throws ChangedMeanwhile. */
export function assertUnchanged(ifMatch: string, resource: unknown): void {
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(etagOf(resource))) throw new ChangedMeanwhile();
}
