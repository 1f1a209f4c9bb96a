import { DomainError } from '@wakachi/kernel';
import type { DataSource } from 'typeorm';
import { messages } from './messages.js';

interface RoleRow {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/** The run-time role could read another network's rows or rewrite the ledger. */
export class UnsafeRunTimeRole extends DomainError {
  constructor(role: string, why: 'superuser' | 'bypasses' | 'owner') {
    super('unsafe-run-time-role', 'forbidden', messages(`role.${why}`, { role }), { role, why });
  }
}

/**
 * Row-level security does not bind a superuser, a role with BYPASSRLS, or (for triggers and grants) a table's owner, so the
 * application refuses to run as one. Throws UnsafeRunTimeRole.
 */
export async function assertSafeRunTimeRole(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<RoleRow[]>(`
    SELECT current_user AS role, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
           EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
      FROM pg_roles r WHERE r.rolname = current_user`);
  if (!row) return;
  if (row.superuser) throw new UnsafeRunTimeRole(row.role, 'superuser');
  if (row.bypasses) throw new UnsafeRunTimeRole(row.role, 'bypasses');
  if (row.owns) throw new UnsafeRunTimeRole(row.role, 'owner');
}
