import { DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

export class NotSignedIn extends DomainError {
  readonly headers = { 'www-authenticate': 'Bearer' };

  constructor() {
    super('not-signed-in', 'unauthenticated', messages('not-signed-in'));
  }
}

/** An auditor reads everything and changes nothing. */
export class ReadOnlyRole extends DomainError {
  constructor() {
    super('read-only-role', 'forbidden', messages('read-only-role'));
  }
}

export class RoleNotAllowed extends DomainError {
  constructor(role: string) {
    super('role-not-allowed', 'forbidden', messages('role-not-allowed'), { role });
  }
}

export class UnknownPerson extends DomainError {
  constructor() {
    super('unknown-person', 'unauthenticated', messages('unknown-person'));
  }
}
