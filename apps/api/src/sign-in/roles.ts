import type { Role } from '@wakachi/access';

/** They do everything that the domain lets them: it asks for a second person where one is needed. */
export const DECIDING: readonly Role[] = ['coordinator', 'approver', 'network-admin'];

/** Everybody who can sign in. */
export const EVERYBODY: readonly Role[] = [...DECIDING, 'auditor', 'hub-operator', 'donor-user', 'group-admin', 'volunteer'];
