import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { assertSafeRunTimeRole } from './run-time-role.js';

/** The application's connection; start-up fails when its role could get around row-level security. */
@Module({})
export class DatabaseModule implements OnModuleInit {
  constructor(private readonly db: Database) {}

  static forRoot(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions({ url, entities: [] }), autoLoadEntities: true, retryAttempts: 3, retryDelay: 500 }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }

  /** Throws UnsafeRunTimeRole. */
  onModuleInit(): Promise<void> {
    return assertSafeRunTimeRole(this.db.dataSource);
  }
}
