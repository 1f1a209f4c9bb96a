import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { StockBooks } from '@wakachi/stock-ledger';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { InMonth } from '../validation/month-param.js';
import { StockBookDto, StockBookQuery, stockBookDto } from './stock-book.dto.js';

@ApiTags('受払簿 / stock ledger')
@ApiBearerAuth()
@Controller('api/v1/stock-ledger')
export class StockBooksController {
  constructor(private readonly books: StockBooks) {}

  @Get(':month')
  @ApiOperation({ operationId: 'getStockLedger', summary: '月の受払簿 / The stock ledger of a month' })
  @Problems('unknown-account', 'unknown-lot', 'book-too-long')
  async get(@Who() who: SignedIn, @InMonth() month: string, @Query() query: StockBookQuery): Promise<StockBookDto> {
    return stockBookDto(await this.books.of(who.networkId, { month, ...query }));
  }

  @Get(':month.pdf')
  @ApiOperation({ operationId: 'printStockLedger', summary: '月の受払簿の印刷（PDF） / The stock ledger of a month on paper (PDF)' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems('unknown-account', 'unknown-lot', 'book-too-long')
  async print(@Who() who: SignedIn, @InMonth() month: string, @Query() query: StockBookQuery): Promise<StreamableFile> {
    const pdf = await this.books.print(who.networkId, { month, ...query });
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="stock-ledger-${month}.pdf"` });
  }
}
