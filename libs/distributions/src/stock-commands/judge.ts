import { type CalendarDate, type Clock, calendarDateIn, DomainError } from '@wakachi/kernel';
import type { PostCommand } from '@wakachi/stock-ledger';
import { assertInDate } from '../past-its-date.js';
import type { Context } from './context.js';
import { assertMayKeep, assertPlausible } from './permission.js';
import { postingsOf, siteOf } from './postings.js';
import type { HandOutCommand, SiteCommand } from './stock-command.js';

/** What is recorded of a hand-out beside its posting. */
export interface HandOutCounts {
  readonly groupId: string;
  readonly siteId: string;
  readonly households: number;
  readonly children: number;
  readonly handedOutOn: CalendarDate;
}

/** Throws MembershipEnded, GroupNotYours, TimeImplausible, SiteNotFound, SameSite, PastItsDate. */
export function postIfAllowed(networkId: string, by: string, command: SiteCommand, context: Context, clock: Clock): PostCommand {
  assertAllowed(command, context, clock);
  return {
    commandId: command.id,
    kind: command.type,
    effectiveAt: command.occurredAt,
    actorId: by,
    reason: 'reason' in command ? command.reason : null,
    postings: postingsOf(networkId, command, context),
  };
}

/** Null when any of them is not allowed. */
export function postsIfAllowed(
  networkId: string,
  by: string,
  commands: readonly SiteCommand[],
  context: Context,
  clock: Clock,
): PostCommand[] | null {
  try {
    return commands.map((command) => postIfAllowed(networkId, by, command, context, clock));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export function countsOf(command: HandOutCommand, context: Context): HandOutCounts {
  const { siteId, households, children } = command;
  return { groupId: siteOf(context, siteId).groupId, siteId, households, children, handedOutOn: dayOf(command) };
}

/** What the ledger has was judged when it came; sent again it changes nothing, whoever has left since. */
function assertAllowed(command: SiteCommand, context: Context, clock: Clock): void {
  if (context.known.has(command.id)) return;
  assertMayKeep(context.person, siteOf(context, command.siteId).groupId);
  if (command.type === 'move') assertMayKeep(context.person, siteOf(context, command.toSiteId).groupId);
  assertPlausible(command.occurredAt, clock);
  if (command.type !== 'hand-out') return;
  const day = dayOf(command);
  for (const { lotId } of command.lines) {
    const lot = context.lots.get(lotId);
    if (lot) assertInDate(lotId, lot, day);
  }
}

function dayOf(command: HandOutCommand): CalendarDate {
  return calendarDateIn('Asia/Tokyo', command.occurredAt);
}
