/** Whatever can run SQL: a transaction's entity manager, a data source, a pooled client. */
export interface SqlExecutor {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}
