import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot, LotHold, LotHolds, LotNotFound } from '@wakachi/donations';
import { whereabouts } from '@wakachi/stock-ledger';
import { IsString, Length } from 'class-validator';
import { IsNull } from 'typeorm';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

class Reading {
  /** What the donor's words mean, as the reader found out. */
  @IsString()
  @Length(1, 1000)
  resolution: string;
}

@Controller('api/v1')
export class LotsController {
  constructor(
    private readonly db: Database,
    private readonly holds: LotHolds,
  ) {}

  @Get('lots')
  list(@Who() who: SignedIn) {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const holds = await tx.findBy(LotHold, { readBy: IsNull() });
      const lots = await tx.find(Lot, { order: { lineNumber: 'ASC' } });
      const holdsOf = (lot: Lot) =>
        holds.filter((hold) => hold.lotId === lot.id).map(({ id, text, messageJa, messageEn }) => ({ id, text, messageJa, messageEn }));
      return lots.map((lot) => ({ ...lot, heldBecause: holdsOf(lot) }));
    });
  }

  /** A person has read a condition that no rule understands. */
  @Post('holds/:holdId/reading')
  @HttpCode(201)
  async read(@Who() who: SignedIn, @Param('holdId', ParseUUIDPipe) holdId: string, @Body() { resolution }: Reading) {
    await this.holds.read(who.networkId, holdId, who.personId, resolution);
    return { read: true };
  }

  /** Where every unit of the lot is now: 「どこへ行ったか」 is a query. */
  @Get('lots/:lotId/whereabouts')
  whereabouts(@Who() who: SignedIn, @Param('lotId', ParseUUIDPipe) lotId: string) {
    return this.db.inNetwork(who.networkId, async (tx) => {
      if (!(await tx.existsBy(Lot, { id: lotId }))) throw new LotNotFound(lotId);
      return whereabouts(tx, lotId);
    });
  }
}
