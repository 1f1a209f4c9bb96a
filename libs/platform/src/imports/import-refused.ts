import { DomainError, defineMessages, type RowIssue } from '@wakachi/kernel';

const messages = defineMessages({
  refused: {
    ja: '「{file}」に直すところが {count} 件あります。1件も取り込んでいません。',
    en: '"{file}" has {count} things to mend. Nothing was imported.',
  },
});

/** The file cannot be taken in whole, so none of it was; `details.issues` lists every place, with row and column. */
export class ImportRefused extends DomainError {
  constructor(
    fileName: string,
    readonly issues: readonly RowIssue[],
  ) {
    super('import-refused', 'invalid', messages('refused', { file: fileName, count: issues.length }), { issues });
  }
}
