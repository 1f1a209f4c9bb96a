import type { RowIssue } from '@wakachi/kernel';

/** Each place that has to be mended, on a line of its own. */
export function issueLines(issues: readonly RowIssue[]): string[] {
  return issues.map((issue) => {
    const row = issue.row === 0 ? issue.file : `${issue.file} ${issue.row}行目`;
    const place = [row, issue.column && `「${issue.column}」`, issue.cell && `(${issue.cell})`].filter(Boolean).join(' ');
    return `  ${issue.severity === 'warning' ? '注意' : '誤り'} ${place}: ${issue.message.ja} ／ 入力: ${issue.found} ／ 求める形: ${issue.expected.ja}\n      ${issue.message.en} / found: ${issue.found} / expected: ${issue.expected.en}`;
  });
}
