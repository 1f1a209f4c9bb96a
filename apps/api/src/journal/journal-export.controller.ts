import { Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { exportJournal } from '@wakachi/journal';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

const TYPE = 'application/x-ndjson';

@ApiTags('監査記録 / journal')
@ApiBearerAuth()
@Controller('api/v1')
export class JournalExportController {
  constructor(private readonly db: Database) {}

  /** `wakachi.journal/1`, for `wakachi verify-journal`; for auditors and those who decide, as every route is. */
  @Get('journal/export')
  @ApiOperation({ operationId: 'exportJournal', summary: '監査記録を書き出す / The journal, to be verified without us' })
  @ApiOkResponse({ content: { [TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  @Problems()
  export(@Who() who: SignedIn): StreamableFile {
    const disposition = `attachment; filename="journal-${who.networkId}.ndjson"`;
    return new StreamableFile(Readable.from(exportJournal(this.db, who.networkId)), { type: TYPE, disposition });
  }
}
