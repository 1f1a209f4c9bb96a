import { Module } from '@nestjs/common';
import { RoundsModule } from '@wakachi/rounds';
import { RelayService } from './relay.service.js';
import { RoundRunProcessor } from './round-run.processor.js';
import { SweepService } from './sweep.service.js';

@Module({ imports: [RoundsModule], providers: [RelayService, RoundRunProcessor, SweepService] })
export class WorkerModule {}
