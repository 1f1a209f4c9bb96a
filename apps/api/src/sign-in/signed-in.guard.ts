import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@wakachi/access';
import { noteNetwork } from '@wakachi/platform';
import type { FastifyRequest } from 'fastify';
import { NotSignedIn, ReadOnlyRole, RoleNotAllowed } from './errors.js';
import { DECIDING } from './roles.js';
import { readToken, type SignedIn } from './sign-in-token.js';

/** Routes that need no sign-in; everything else is denied by default. */
export const OpenToAll = () => SetMetadata('open-to-all', true);

/** Lets these roles in too, beside those who decide; without it a route is for those who decide, and to read for auditors. */
export const AlsoFor = (...roles: readonly Role[]) => SetMetadata('also-for', roles);

type WithSignIn = FastifyRequest & { signedIn?: SignedIn };

export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithSignIn>().signedIn,
);

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
    noteNetwork(who.networkId);
    this.assertMay(who.role, request.method, this.reflector.get<readonly Role[]>('also-for', context.getHandler()) ?? []);
    request.signedIn = who;
    return true;
  }

  private assertMay(role: Role, method: string, also: readonly Role[]): void {
    if (DECIDING.includes(role) || also.includes(role)) return;
    if (role !== 'auditor') throw new RoleNotAllowed(role);
    if (method !== 'GET' && method !== 'HEAD') throw new ReadOnlyRole();
  }
}
