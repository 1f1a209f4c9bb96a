import { type Bilingual, DomainError } from '@wakachi/kernel';
import { messages } from './messages.js';

/** One place to mend: in the body (a pointer, RFC 6901), in the query or the path, or in a header. */
export type Fault = ({ readonly pointer: string } | { readonly parameter: string } | { readonly header: string }) & {
  readonly text: Bilingual;
};

export class JsonMalformed extends DomainError {
  readonly status = 400;

  constructor(readonly faults: readonly Fault[]) {
    super('json-malformed', 'invalid', messages('json-malformed'));
  }
}

export class RequestInvalid extends DomainError {
  constructor(readonly faults: readonly Fault[]) {
    super('request-invalid', 'invalid', messages('request-invalid', { count: faults.length }));
  }
}

export class BodyTooLarge extends DomainError {
  readonly status = 413;

  constructor(most: number) {
    super('body-too-large', 'invalid', messages('body-too-large', { most }), { most });
  }
}

export class MediaTypeUnsupported extends DomainError {
  readonly status = 415;

  constructor() {
    super('media-type-unsupported', 'invalid', messages('media-type-unsupported'));
  }
}

export class UrlMalformed extends DomainError {
  readonly status = 400;

  constructor() {
    super('url-malformed', 'invalid', messages('url-malformed'));
  }
}

export class HeadersTooLarge extends DomainError {
  readonly status = 431;

  constructor() {
    super('headers-too-large', 'invalid', messages('headers-too-large'));
  }
}

/** Not HTTP, or cut off. */
export class HttpMalformed extends DomainError {
  readonly status = 400;

  constructor() {
    super('http-malformed', 'invalid', messages('http-malformed'));
  }
}

export class PathNotFound extends DomainError {
  constructor() {
    super('path-not-found', 'not-found', messages('path-not-found'));
  }
}

export class MethodNotAllowed extends DomainError {
  readonly status = 405;
  readonly headers: Readonly<Record<string, string>>;

  constructor(method: string, methods: readonly string[]) {
    const allowed = methods.join(', ');
    super('method-not-allowed', 'invalid', messages('method-not-allowed', { method, allowed }));
    this.headers = { allow: allowed };
  }
}

export class IfMatchRequired extends DomainError {
  readonly status = 428;

  constructor() {
    super('if-match-required', 'invalid', messages('if-match-required'));
  }
}

/** What the caller saw is no longer what is there. */
export class ChangedMeanwhile extends DomainError {
  readonly status = 412;

  constructor() {
    super('changed-meanwhile', 'conflict', messages('changed-meanwhile'));
  }
}

export class IdempotencyKeyRequired extends DomainError {
  readonly status = 400;

  constructor() {
    super('idempotency-key-required', 'invalid', messages('idempotency-key-required'));
  }
}

export class ClashWithRecord extends DomainError {
  constructor() {
    super('clash-with-record', 'conflict', messages('clash-with-record'));
  }
}

export class RefersToNothing extends DomainError {
  constructor() {
    super('refers-to-nothing', 'conflict', messages('refers-to-nothing'));
  }
}

export class ValueRefused extends DomainError {
  constructor() {
    super('value-refused', 'invalid', messages('value-refused'));
  }
}

/** Nothing is wrong with the request. */
export class Busy extends DomainError {
  readonly headers = { 'retry-after': '1' };

  constructor() {
    super('busy', 'unavailable', messages('busy'));
  }
}

/** A bug, or the infrastructure; what it was stands in our log alone. */
export class ServerError extends DomainError {
  readonly status = 500;

  constructor() {
    super('server-error', 'unavailable', messages('server-error'));
  }
}
