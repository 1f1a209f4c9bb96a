import { DomainError, defineMessages } from '@wakachi/kernel';

const messages = defineMessages({
  'book-too-long': {
    ja: 'この月の受払簿は {most} 行を超えます。拠点・団体か品目を選んで分けて出してください。',
    en: 'The stock ledger of this month has more than {most} lines. Ask for one hub, group or lot at a time.',
  },
});

export class BookTooLong extends DomainError {
  constructor(most: number) {
    super('book-too-long', 'invalid', messages('book-too-long', { most }), { most });
  }
}
