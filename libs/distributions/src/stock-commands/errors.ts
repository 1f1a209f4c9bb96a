import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

export class SiteNotFound extends DomainError {
  constructor(site: string) {
    super('site-not-found', 'not-found', messages('site-not-found', { site }), { siteId: site });
  }
}

export class GroupNotYours extends DomainError {
  constructor() {
    super('group-not-yours', 'forbidden', messages('group-not-yours'));
  }
}

/** Whoever recorded it has left since, or was never allowed. */
export class MembershipEnded extends DomainError {
  constructor() {
    super('membership-ended', 'forbidden', messages('membership-ended'));
  }
}

/** The sender's clock is wrong by far; nobody knows when it happened. */
export class TimeImplausible extends DomainError {
  constructor(at: Date) {
    super('time-implausible', 'invalid', messages('time-implausible', { at: at.toISOString() }), { occurredAt: at.toISOString() });
  }
}

export class SameSite extends DomainError {
  constructor() {
    super('same-site', 'invalid', messages('same-site'));
  }
}

export class ParkedCommandNotFound extends DomainError {
  constructor(id: string) {
    super('parked-command-not-found', 'not-found', messages('parked-not-found'), { commandId: id });
  }
}

export class ParkedCommandResolved extends DomainError {
  constructor(id: string) {
    super('parked-command-resolved', 'conflict', messages('parked-resolved'), { commandId: id });
  }
}
