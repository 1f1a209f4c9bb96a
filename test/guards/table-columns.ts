import type pg from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';

export interface TableColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** By a default, an identity or an expression: an insert may leave it out. */
  readonly filled: boolean;
  readonly key: boolean;
}

export async function tableColumns(owner: pg.Client): Promise<TableColumn[]> {
  const { rows } = await owner.query<TableColumn>(`
    SELECT c.table_name AS "table", c.column_name AS name, (quote_ident(c.udt_schema) || '.' || quote_ident(c.udt_name))::regtype::text AS type,
           c.is_nullable = 'YES' AS nullable,
           c.column_default IS NOT NULL OR c.is_identity = 'YES' OR c.is_generated = 'ALWAYS' AS filled,
           EXISTS (SELECT 1 FROM information_schema.table_constraints t
                     JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
                    WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_name = c.table_name AND k.column_name = c.column_name) AS key
      FROM information_schema.columns c WHERE c.table_schema = 'public' ORDER BY 1, 2`);
  return rows;
}

/** Every way in which an entity and its table disagree; empty when they don't. */
export function disagreements(entity: EntityMetadata, columns: readonly TableColumn[], { driver }: DataSource): string[] {
  const found = new Map(columns.filter((column) => column.table === entity.tableName).map((column) => [column.name, column]));
  const mapped = entity.columns.flatMap((column) => {
    const name = column.databaseName;
    const there = found.get(name);
    if (!there) return [`${name}: the table has no such column`];
    const type = `${driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;
    return [
      ...(there.type === type ? [] : [`${name}: ${there.type}, mapped as ${type}`]),
      ...(there.nullable === column.isNullable
        ? []
        : [`${name}: ${nullability(there.nullable)}, mapped as ${nullability(column.isNullable)}`]),
      ...(there.key === column.isPrimary ? [] : [`${name}: ${there.key ? '' : 'not '}in the primary key, mapped otherwise`]),
    ];
  });
  const names = new Set(entity.columns.map((column) => column.databaseName));
  const forgotten = [...found.values()].filter((column) => !column.nullable && !column.filled && !names.has(column.name));
  return [...mapped, ...forgotten.map((column) => `${column.name}: must be given a value, not mapped`)];
}

function nullability(nullable: boolean): string {
  return nullable ? 'nullable' : 'not null';
}
