import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Periods } from '@wakachi/stock-ledger';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { InMonth } from '../validation/month-param.js';
import { ClosedMonthDto } from './period.dto.js';

@ApiTags('締め / periods')
@ApiBearerAuth()
@Controller('api/v1/periods')
export class PeriodsController {
  constructor(private readonly periods: Periods) {}

  @Get()
  @ApiOperation({ operationId: 'listClosedMonths', summary: '締めた月、新しい順 / The closed months, the latest first' })
  @Problems()
  list(@Who() who: SignedIn): Promise<ClosedMonthDto[]> {
    return this.periods.list(who.networkId);
  }

  @Post(':month/close')
  @HttpCode(200)
  @OncePerKey()
  @ApiOperation({ operationId: 'closeMonth', summary: '月を締める。それより前の月も締まる / Close a month, and those before it' })
  @Problems(
    ...(['period-already-closed', 'period-not-over', 'period-below-zero'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  close(@Who() who: SignedIn, @InMonth() month: string): Promise<ClosedMonthDto> {
    return this.periods.close(who.networkId, month, who.personId);
  }
}
