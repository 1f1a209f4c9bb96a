import { getQueueToken } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { QUEUE_NAMES } from './queue-names.js';

/** Every queue of the application, for those who look at all of them. */
@Injectable()
export class Queues {
  constructor(private readonly modules: ModuleRef) {}

  all(): Queue[] {
    return QUEUE_NAMES.map((name) => this.modules.get<Queue>(getQueueToken(name), { strict: false }));
  }
}
