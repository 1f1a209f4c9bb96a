import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { Clock, DomainError, deriveId } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';
import { ParkedCommandNotFound } from './errors.js';
import { ParkedCommand } from './parked-command.entity.js';
import type { StockCommand } from './stock-command.js';
import { StockCommands } from './stock-commands.service.js';

/** What a coordinator does with a command that could not be applied. */
@Injectable()
export class ParkedCommands {
  constructor(
    private readonly db: Database,
    private readonly commands: StockCommands,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies it after all, in the coordinator's name; dated now when its own time lies in a closed period or cannot be right.
   * Throws ParkedCommandNotFound, ParkedCommandResolved, and what StockCommands.apply throws: then it waits on.
   */
  async retry(networkId: string, id: string, by: string, datedNow: boolean): Promise<void> {
    const parked = await this.db.inNetwork(networkId, (tx) => this.locked(tx, id));
    parked.assertWaits();
    const now = this.clock.now();
    const command = commandOf(parked.body);
    // Same id: whatever happens between here and the note below, it is applied once.
    await this.commands.apply(networkId, by, datedNow ? { ...command, occurredAt: now } : command).catch(async (error: unknown) => {
      if (error instanceof DomainError) await this.noteStillRefused(networkId, id, error);
      throw error;
    });
    await this.resolve(networkId, id, 'applied', by, datedNow ? `dated ${now.toISOString()}` : 'as recorded');
  }

  /** It stays as a record with its reason and moves nothing. Throws ParkedCommandNotFound, ParkedCommandResolved. */
  dismiss(networkId: string, id: string, by: string, reason: string): Promise<void> {
    return this.resolve(networkId, id, 'dismissed', by, reason);
  }

  private resolve(networkId: string, id: string, outcome: 'applied' | 'dismissed', by: string, resolution: string): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const parked = await this.locked(tx, id);
      parked.resolve(outcome, by, this.clock.now(), resolution);
      await tx.save(parked);
      await this.journal.append(tx, networkId, {
        entryId: deriveId('parked-command-resolved', id),
        kind: 'parked-command-resolved',
        body: { command: id, outcome, by },
      });
    });
  }

  private noteStillRefused(networkId: string, id: string, error: DomainError): Promise<void> {
    return this.db.inNetwork(networkId, async (tx) => {
      const parked = await this.locked(tx, id);
      parked.stillRefused(error);
      await tx.save(parked);
    });
  }

  private async locked(tx: EntityManager, id: string): Promise<ParkedCommand> {
    const parked = await tx.findOne(ParkedCommand, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!parked) throw new ParkedCommandNotFound(id);
    return parked;
  }
}

function commandOf(body: string): StockCommand {
  const command = JSON.parse(body) as StockCommand & { occurredAt: string };
  return { ...command, occurredAt: new Date(command.occurredAt) };
}
