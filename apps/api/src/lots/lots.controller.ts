import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Lot, LotHold } from '@wakachi/donations';
import { whereabouts } from '@wakachi/stock-ledger';
import { IsNull } from 'typeorm';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

@Controller('api/v1/lots')
export class LotsController {
  constructor(private readonly db: Database) {}

  @Get()
  list(@Who() who: SignedIn) {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const holds = await tx.findBy(LotHold, { readBy: IsNull() });
      const lots = await tx.find(Lot, { order: { lineNumber: 'ASC' } });
      return lots.map((lot) => ({ ...lot, heldBecause: holds.filter((hold) => hold.lotId === lot.id).map((hold) => hold.messageJa) }));
    });
  }

  /** Where every unit of the lot is now: 「どこへ行ったか」 is a query. */
  @Get(':lotId/whereabouts')
  whereabouts(@Who() who: SignedIn, @Param('lotId', ParseUUIDPipe) lotId: string) {
    return this.db.inNetwork(who.networkId, (tx) => whereabouts(tx, lotId));
  }
}
