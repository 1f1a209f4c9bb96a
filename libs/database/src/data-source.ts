import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';

export interface ConnectionOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Most connections of this process's pool. */
  readonly poolSize?: number;
}

/** The run-time connection: `synchronize` is off for good, the schema belongs to the migrations. */
export function dataSourceOptions({ url, entities, poolSize = 10 }: ConnectionOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities] as never,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    applicationName: 'wakachi',
  };
}

export function createDataSource(options: ConnectionOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}
