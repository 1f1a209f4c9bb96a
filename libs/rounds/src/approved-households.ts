import type { Attention } from '@wakachi/groups';
import { messages } from './messages.js';

/**
 * Need is self-declared: declared households become approved ones before they count. A number far above the registered one
 * waits for its reason; until then the registered number counts.
 *
 * @param growthPercent the network's bound, e.g. 30
 */
export function approvedHouseholds(
  declared: number | null,
  registered: number,
  growthPercent: number,
): { households: number; attention: Attention[] } {
  if (declared === null) return { households: registered, attention: [] };
  if (declared * 100 <= registered * (100 + growthPercent)) return { households: declared, attention: [] };
  const message = messages('households-grew', { declared, registered, percent: growthPercent });
  return { households: registered, attention: [{ code: 'households-grew', text: String(declared), message }] };
}
