import { Controller, Get, Req, Res } from '@nestjs/common';
import { DomainError, defineMessages } from '@wakachi/kernel';
import { Measures, mayReadMetrics } from '@wakachi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../sign-in/signed-in.guard.js';

const messages = defineMessages({
  'metrics-closed': {
    ja: '計測値は公開していません。METRICS_TOKEN を Bearer で送るか、指定がなければこの機械から直接読んでください。',
    en: 'The metrics are not public. Send METRICS_TOKEN as a bearer or, where none is set, read them on this machine.',
  },
});

class MetricsClosed extends DomainError {
  constructor() {
    super('metrics-closed', 'forbidden', messages('metrics-closed'));
  }
}

@Controller('metrics')
export class MetricsController {
  constructor(private readonly measures: Measures) {}

  /** Open to people who are not signed in, as they are no people; it has a lock of its own. Throws MetricsClosed. */
  @OpenToAll()
  @Get()
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!mayReadMetrics(request.raw)) throw new MetricsClosed();
    await reply.header('content-type', this.measures.contentType).send(await this.measures.text());
  }
}
