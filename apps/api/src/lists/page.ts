import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Cursor, readCursor, writeCursor } from './cursor.js';
import type { PageRequest } from './list-query.js';

export interface Page<T> {
  readonly items: T[];
  /** The cursor of the page that follows; null on the last one. */
  readonly next: string | null;
}

/** What a list may be sorted by: an expression over columns that is never null, and its type in SQL. */
export interface SortColumn {
  readonly sql: string;
  readonly type: 'text' | 'int' | 'date' | 'timestamptz' | 'uuid';
}

/**
 * One page by keyset: rows that come or go while somebody reads move nothing. Text sorts by code point, so that the order is the
 * same on every server. The query selects one entity under its alias.
 *
 * @param idProperty of rows with equal sort values this one tells them apart; a uuid
 */
export async function pageOf<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  columns: Readonly<Record<string, SortColumn>>,
  { limit, cursor, sort }: PageRequest,
  idProperty = 'id',
): Promise<Page<T>> {
  const backwards = sort.startsWith('-');
  const { sql, type } = columns[backwards ? sort.slice(1) : sort] as SortColumn;
  // In parentheses, or TypeORM takes the expression for a property and renames what it selects.
  const [id, value] = [`${query.alias}.${idProperty}`, type === 'text' ? `(${sql} COLLATE "C")` : `(${sql})`];
  const from = cursor === undefined ? null : readCursor(cursor, sort);
  if (from) query.andWhere(`(${value}, ${id}) ${backwards ? '<' : '>'} (:fromValue::${type}, :fromId::uuid)`, rowOf(from));
  const direction = backwards ? 'DESC' : 'ASC';
  query.addSelect(`(${sql})::text`, 'sort_value').addSelect(value, 'sort_key');
  query
    .orderBy('sort_key', direction)
    .addOrderBy(id, direction)
    .limit(limit + 1);
  const { entities, raw } = await query.getRawAndEntities<{ sort_value: string }>();
  const items = entities.slice(0, limit);
  const last = items.at(-1);
  if (entities.length <= limit || !last) return { items, next: null };
  return { items, next: writeCursor({ sort, value: raw[limit - 1]?.sort_value as string, id: last[idProperty] as string }) };
}

function rowOf({ value, id }: Cursor) {
  return { fromValue: value, fromId: id };
}
