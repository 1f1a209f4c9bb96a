import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What a request was answered, beside its effect, so that sending it again has the same answer and no second effect. */
export class IdempotentRequests1763900000009 implements MigrationInterface {
  name = 'IdempotentRequests1763900000009';

  async up(runner: QueryRunner): Promise<void> {
    await tenantTable(
      runner,
      'idempotent_request',
      `key uuid NOT NULL, request_sha256 text NOT NULL, status integer NOT NULL, response text, created_at timestamptz NOT NULL,
       CONSTRAINT idempotent_request_pkey PRIMARY KEY (network_id, key),
       CONSTRAINT idempotent_request_network FOREIGN KEY (network_id) REFERENCES network (id),
       CONSTRAINT idempotent_request_succeeded CHECK (status BETWEEN 200 AND 299)`,
      'SELECT, INSERT',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
