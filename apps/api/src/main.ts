import { Module } from '@nestjs/common';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import { ClockModule, QueueModule, readConfig } from '@wakachi/platform';
import { ApiModule } from './api.module.js';
import { createApi } from './create-api.js';
import { serveDocument } from './openapi/document.js';

const config = readConfig(process.env);

@Module({ imports: [ClockModule.forRoot(systemClock), DatabaseModule.forRoot(config.databaseUrl), QueueModule.forRoot(config), ApiModule] })
class ApiApplication {}

const app = await createApi(ApiApplication, { logger: ['error', 'warn', 'log'] });
serveDocument(app);
app.enableShutdownHooks();
await app.listen(config.port, '0.0.0.0');
