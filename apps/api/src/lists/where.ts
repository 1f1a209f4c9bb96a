import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Narrows a query to rows whose fields have these values; what is undefined was not asked for. */
export function where<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  fields: { readonly [K in keyof T]?: T[K] | undefined },
): SelectQueryBuilder<T> {
  for (const [field, value] of Object.entries(fields))
    if (value !== undefined) query.andWhere(`${query.alias}.${field} = :${field}`, { [field]: value });
  return query;
}
