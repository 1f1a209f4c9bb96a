import { Module } from '@nestjs/common';
import { Readiness } from './health/readiness.js';
import { Measures } from './metrics/measures.js';
import { Queues } from './queue/queues.js';

/** What an operator asks a process: is it ready, and what are its figures. */
@Module({ providers: [Measures, Queues, Readiness], exports: [Measures, Readiness] })
export class ObservationModule {}
