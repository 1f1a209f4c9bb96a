import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { type Bilingual, Clock, canonicalJson, DomainError } from '@wakachi/kernel';
import { IdempotencyConflict } from '@wakachi/stock-ledger';
import type { Context } from './context.js';
import { DeviceCommand, ParkedCommand } from './parked-command.entity.js';
import { onlyTakes, type StockCommand } from './stock-command.js';
import { StockCommands } from './stock-commands.service.js';

export interface SentCommand {
  /** 1, 2, 3 … in the order in which the device recorded them. */
  readonly sequence: number;
  readonly command: StockCommand;
}

/** What became of one command; the same whenever it is sent again, until a person deals with a parked one. */
export interface Verdict {
  readonly id: string;
  readonly outcome: 'applied' | 'parked' | 'dismissed' | 'conflict';
  readonly replayed: boolean;
  readonly problem: { readonly type: string; readonly text: Bilingual } | null;
}

export interface Synced {
  readonly verdicts: readonly Verdict[];
  /** Sequence numbers of this device that have never arrived, as ranges; the phone sends them again. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
}

/** One phone's batch: who sent it, and what is known about its commands. */
interface Sender {
  readonly networkId: string;
  readonly by: string;
  readonly deviceId: string;
  readonly parked: ReadonlyMap<string, ParkedCommand>;
  readonly context: Context;
}

const MOST_GAPS = 100;

/** The end of a phone's offline hours: commands in any order, any number of times, each with its own verdict. */
@Injectable()
export class StockSync {
  constructor(
    private readonly db: Database,
    private readonly commands: StockCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing that a phone recorded is dropped: what cannot be applied is parked for a person. Commands that only take goods out
   * share a transaction with their neighbours as long as all goes well; every other one has its own.
   */
  async sync(networkId: string, by: string, deviceId: string, sent: readonly SentCommand[]): Promise<Synced> {
    const commands = sent.map(({ command }) => command);
    const ids = commands.map(({ id }) => id);
    const parked = await this.parkedOf(networkId, ids);
    const context = await this.commands.contextFor(networkId, by, commands);
    const sender = { networkId, by, deviceId, parked, context };
    const verdicts: Verdict[] = [];
    for (const run of runsOf(commands, (c) => onlyTakes(c) && !parked.has(c.id) && !context.known.has(c.id)))
      verdicts.push(...(await this.verdictsOn(sender, run)));
    return { verdicts, missing: await this.arrived(networkId, deviceId, sent) };
  }

  /** A run that cannot be applied whole is halved, until what is out of the ordinary stands alone. */
  private async verdictsOn(sender: Sender, run: readonly StockCommand[]): Promise<Verdict[]> {
    const [first] = run;
    if (run.length === 1 && first) return [await this.verdictOn(sender, first)];
    const { networkId, by, context } = sender;
    if (await this.commands.applyTogether(networkId, by, run.filter(onlyTakes), context))
      return run.map(({ id }) => ({ id, outcome: 'applied', replayed: false, problem: null }));
    const half = run.length >> 1;
    return [...(await this.verdictsOn(sender, run.slice(0, half))), ...(await this.verdictsOn(sender, run.slice(half)))];
  }

  private async verdictOn({ networkId, by, deviceId, parked, context }: Sender, command: StockCommand): Promise<Verdict> {
    const body = bodyOf(command);
    const earlier = parked.get(command.id);
    if (earlier) return earlier.body === body ? verdictOf(earlier) : refused(command.id, new IdempotencyConflict(command.id));
    try {
      const { replayed } = await this.commands.applyIn(networkId, by, command, context);
      return { id: command.id, outcome: 'applied', replayed, problem: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error instanceof IdempotencyConflict) return refused(command.id, error);
      return this.park(networkId, by, deviceId, command.id, body, error);
    }
  }

  private async park(networkId: string, by: string, deviceId: string, id: string, body: string, error: DomainError): Promise<Verdict> {
    const row = { networkId, id, deviceId, sentBy: by, body, problem: error.type, messageJa: error.text.ja, messageEn: error.text.en };
    const parked = await this.db.inNetwork(networkId, async (tx) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(ParkedCommand)
        .values({ ...row, parkedAt: this.clock.now() })
        .orIgnore()
        .execute();
      return tx.findOneByOrFail(ParkedCommand, { id });
    });
    return { ...verdictOf(parked), replayed: false };
  }

  private async parkedOf(networkId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ParkedCommand>> {
    const rows = await this.db.inNetwork(networkId, (tx) =>
      tx.createQueryBuilder(ParkedCommand, 'parked').where('parked.id = ANY(:ids)', { ids }).getMany(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Notes down what arrived; returns what is missing below the highest number. */
  private arrived(networkId: string, deviceId: string, sent: readonly SentCommand[]): Promise<Synced['missing']> {
    return this.db.inNetwork(networkId, async (tx) => {
      const receivedAt = this.clock.now();
      const rows = sent.map(({ sequence, command }) => ({ networkId, deviceId, sequence, commandId: command.id, receivedAt }));
      await tx.createQueryBuilder().insert().into(DeviceCommand).values(rows).orIgnore().execute();
      return tx.query<{ from: number; to: number }[]>(
        `SELECT coalesce(previous, 0) + 1 AS "from", sequence - 1 AS "to"
           FROM (SELECT sequence, lag(sequence) OVER (ORDER BY sequence) AS previous FROM device_command WHERE device_id = $1) s
          WHERE sequence > coalesce(previous, 0) + 1 ORDER BY sequence LIMIT ${MOST_GAPS}`,
        [deviceId],
      );
    });
  }
}

/** In their order: neighbours of which `together` holds are one run, every other command is a run by itself. */
function runsOf(commands: readonly StockCommand[], together: (command: StockCommand) => boolean): StockCommand[][] {
  const runs: StockCommand[][] = [];
  let open: StockCommand[] | null = null;
  for (const command of commands) {
    const joins = together(command);
    if (joins && open) {
      open.push(command);
      continue;
    }
    const run = [command];
    open = joins ? run : null;
    runs.push(run);
  }
  return runs;
}

/** The command as it is kept and compared. */
function bodyOf(command: StockCommand): string {
  return canonicalJson({ ...command, occurredAt: command.occurredAt.toISOString() });
}

function verdictOf(parked: ParkedCommand): Verdict {
  const problem = parked.outcome === 'applied' ? null : { type: parked.problem, text: { ja: parked.messageJa, en: parked.messageEn } };
  return { id: parked.id, outcome: parked.outcome ?? 'parked', replayed: true, problem };
}

function refused(id: string, error: DomainError): Verdict {
  return { id, outcome: 'conflict', replayed: false, problem: { type: error.type, text: error.text } };
}
