import { Controller, Get } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { OpenToAll } from '../sign-in/signed-in.guard.js';

@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @OpenToAll()
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Ready when the database answers. */
  @OpenToAll()
  @Get('ready')
  async ready() {
    await this.db.inNoNetwork((tx) => tx.query('SELECT 1'));
    return { status: 'ok' };
  }
}
