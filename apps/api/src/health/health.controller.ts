import { Controller, Get } from '@nestjs/common';
import { Readiness } from '@wakachi/platform';
import { OpenToAll } from '../sign-in/signed-in.guard.js';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers: nothing else is looked at, or a database that is away would have every process started again. */
  @OpenToAll()
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Throws NotReady, which names every part that is missing. */
  @OpenToAll()
  @Get('ready')
  async ready() {
    await this.readiness.assertReady();
    return { status: 'ok' };
  }
}
