import { addDays, type Clock, calendarDateIn } from '@wakachi/kernel';
import type { Context } from './context.js';
import { GroupNotYours, MembershipEnded, TimeImplausible } from './errors.js';

/** A phone's clock may run ahead by so much. */
const AHEAD_MILLISECONDS = 10 * 60_000;
/** What is older was not forgotten in a pocket: the clock is wrong. */
const OLDEST_DAYS = 400;
const DAY_MILLISECONDS = 86_400_000;

/** Coordinators keep any group's stock; people of a group their own group's only. Throws MembershipEnded, GroupNotYours. */
export function assertMayKeep(person: Context['person'], groupId: string): void {
  if (person === null) throw new MembershipEnded();
  if (['coordinator', 'approver', 'network-admin'].includes(person.role)) return;
  if (!['group-admin', 'volunteer'].includes(person.role) || person.groupId !== groupId) throw new GroupNotYours();
}

/** Throws TimeImplausible. */
export function assertPlausible(occurredAt: Date, clock: Clock): void {
  const now = clock.now();
  const age = now.getTime() - occurredAt.getTime();
  if (age < -AHEAD_MILLISECONDS) throw new TimeImplausible(occurredAt);
  // Only near the bound does it depend on the calendar, which takes longer to ask than all else here.
  if (age < (OLDEST_DAYS - 1) * DAY_MILLISECONDS) return;
  const earliest = addDays(calendarDateIn('Asia/Tokyo', now), -OLDEST_DAYS);
  if (calendarDateIn('Asia/Tokyo', occurredAt) < earliest) throw new TimeImplausible(occurredAt);
}
