import type { DomainError } from '@wakachi/kernel';

interface Issue {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly cell?: string;
  readonly found: string;
  readonly expected: { readonly ja: string; readonly en: string };
  readonly message: { readonly ja: string; readonly en: string };
  readonly severity: 'error' | 'warning';
}

/** Each place that has to be mended, on a line of its own. */
export function issueList(error: DomainError): string[] {
  return issueLines((error.details['issues'] ?? []) as readonly unknown[]);
}

export function issueLines(issues: readonly unknown[]): string[] {
  return (issues as readonly Issue[]).map((issue) => {
    const row = issue.row === 0 ? issue.file : `${issue.file} ${issue.row}行目`;
    const place = [row, issue.column && `「${issue.column}」`, issue.cell && `(${issue.cell})`].filter(Boolean).join(' ');
    return `  ${issue.severity === 'warning' ? '注意' : '誤り'} ${place}: ${issue.message.ja} ／ 入力: ${issue.found} ／ 求める形: ${issue.expected.ja}\n      ${issue.message.en} / found: ${issue.found} / expected: ${issue.expected.en}`;
  });
}
