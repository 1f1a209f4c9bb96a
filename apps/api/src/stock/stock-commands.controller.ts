import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StockCommands } from '@wakachi/distributions';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { AlsoFor, Who } from '../sign-in/signed-in.guard.js';
import {
  AdjustCommandDto,
  type CommandType,
  commandOf,
  DisposeCommandDto,
  HandOutCommandDto,
  MoveCommandDto,
  ReceiveCommandDto,
  StocktakeCommandDto,
} from './command.dto.js';
import { AppliedDto } from './stock.dto.js';

const ALWAYS = [
  'site-not-found',
  'group-not-yours',
  'membership-ended',
  'time-implausible',
  'idempotency-conflict',
  'period-closed',
] as const;
const MOVING = [...ALWAYS, 'insufficient-stock', 'unknown-lot'] as const;

/** One command at a time: applied, or refused with the reason and nothing kept. */
@ApiTags('団体の在庫 / group stock')
@ApiBearerAuth()
@Controller('api/v1/stock')
export class StockCommandsController {
  constructor(private readonly commands: StockCommands) {}

  @AlsoFor('group-admin', 'volunteer')
  @Post('receipts')
  @HttpCode(200)
  @ApiOperation({ operationId: 'receiveShipment', summary: '届いた荷を受け取る / Receive a shipment, as counted' })
  @Problems(
    ...ALWAYS,
    ...(['shipment-not-found', 'shipment-in-wrong-state'] as const),
    ...(['receipt-line-missing', 'receipt-line-unknown', 'receipt-does-not-add-up'] as const),
  )
  receive(@Who() who: SignedIn, @Body() command: ReceiveCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'receive', command);
  }

  @AlsoFor('group-admin', 'volunteer')
  @Post('hand-outs')
  @HttpCode(200)
  @ApiOperation({ operationId: 'handOut', summary: '家庭に配る / Hand out to families' })
  @Problems(...MOVING, 'use-by-past', 'best-before-past')
  handOut(@Who() who: SignedIn, @Body() command: HandOutCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'hand-out', command);
  }

  @AlsoFor('group-admin', 'volunteer')
  @Post('moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveStock', summary: '別の置き場に移す / Move to another site' })
  @Problems(...MOVING, 'same-site')
  move(@Who() who: SignedIn, @Body() command: MoveCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'move', command);
  }

  @AlsoFor('group-admin', 'volunteer')
  @Post('disposals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'disposeOfStock', summary: '処分する / Dispose of goods, with the reason' })
  @Problems(...MOVING)
  dispose(@Who() who: SignedIn, @Body() command: DisposeCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'dispose', command);
  }

  @AlsoFor('group-admin', 'volunteer')
  @Post('adjustments')
  @HttpCode(200)
  @ApiOperation({ operationId: 'adjustStock', summary: '帳簿を実際の数に合わせる / Adjust by a difference, with the reason' })
  @Problems(...MOVING)
  adjust(@Who() who: SignedIn, @Body() command: AdjustCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'adjust', command);
  }

  @AlsoFor('group-admin', 'volunteer')
  @Post('stocktakes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeStock', summary: '棚卸 / Stocktake: the difference to the books is posted' })
  @Problems(...MOVING)
  takeStock(@Who() who: SignedIn, @Body() command: StocktakeCommandDto): Promise<AppliedDto> {
    return this.apply(who, 'stocktake', command);
  }

  private async apply(who: SignedIn, type: CommandType, dto: Parameters<typeof commandOf>[1]): Promise<AppliedDto> {
    const { replayed } = await this.commands.apply(who.networkId, who.personId, commandOf(type, dto));
    return { id: dto.id, replayed };
  }
}
