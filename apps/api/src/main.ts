import { Module } from '@nestjs/common';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import { ClockModule, jsonLog, logLevel, QueueModule, readConfig, stopOnSignal } from '@wakachi/platform';
import { ApiModule } from './api.module.js';
import { createApi } from './create-api.js';
import { serveDocument } from './openapi/document.js';

const config = readConfig(process.env);

@Module({ imports: [ClockModule.forRoot(systemClock), DatabaseModule.forRoot(config.databaseUrl), QueueModule.forRoot(config), ApiModule] })
class ApiApplication {}

const app = await createApi(ApiApplication, { logger: jsonLog('api', logLevel(process.env)) });
serveDocument(app);
stopOnSignal(() => app.close(), config.shutdownSeconds);
await app.listen(config.port, '0.0.0.0');
