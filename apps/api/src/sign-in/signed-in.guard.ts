import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@wakachi/kernel';
import { noteNetwork } from '@wakachi/platform';
import type { FastifyRequest } from 'fastify';
import { messages } from './messages.js';
import { readToken, type SignedIn } from './sign-in-token.js';

/** Routes that need no sign-in; everything else is denied by default. */
export const OpenToAll = () => SetMetadata('open-to-all', true);

type WithSignIn = FastifyRequest & { signedIn?: SignedIn };

export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithSignIn>().signedIn,
);

class NotSignedIn extends DomainError {
  constructor() {
    super('not-signed-in', 'unauthenticated', messages('not-signed-in'));
  }
}

/** An auditor reads everything and changes nothing. */
class ReadOnlyRole extends DomainError {
  constructor() {
    super('read-only-role', 'forbidden', messages('read-only-role'));
  }
}

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean>('open-to-all', context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<WithSignIn>();
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    // The wall clock on purpose: a session's end has nothing to do with the sample's date.
    const who = token === undefined ? null : readToken(token, new Date());
    if (!who) throw new NotSignedIn();
    if (request.method !== 'GET' && !['coordinator', 'approver', 'network-admin'].includes(who.role)) throw new ReadOnlyRole();
    noteNetwork(who.networkId);
    request.signedIn = who;
    return true;
  }
}
