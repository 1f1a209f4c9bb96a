import { Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { exportJournal } from '@wakachi/journal';
import { DomainError, defineMessages } from '@wakachi/kernel';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';

const messages = defineMessages({
  'may-not-export-journal': {
    ja: '監査記録を書き出せるのは、監査者と事務局だけです。',
    en: 'Only an auditor or a coordinator may export the journal.',
  },
});

class MayNotExportJournal extends DomainError {
  constructor() {
    super('may-not-export-journal', 'forbidden', messages('may-not-export-journal'));
  }
}

@Controller('api/v1')
export class JournalExportController {
  constructor(private readonly db: Database) {}

  /** `wakachi.journal/1`, for `wakachi verify-journal`. Throws MayNotExportJournal. */
  @Get('journal/export')
  export(@Who() who: SignedIn): StreamableFile {
    if (!['auditor', 'coordinator'].includes(who.role)) throw new MayNotExportJournal();
    const disposition = `attachment; filename="journal-${who.networkId}.ndjson"`;
    return new StreamableFile(Readable.from(exportJournal(this.db, who.networkId)), { type: 'application/x-ndjson', disposition });
  }
}
