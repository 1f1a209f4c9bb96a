import { DomainError } from '@wakachi/kernel';

const LONGEST = 300;
const FRAMES = 12;
const EMAIL = /[^\s"'<>(),;:=]+@[^\s"'<>(),;:=]+/gu;
const PHONE = /[+＋]?[\d０-９][\d０-９()（）\s‐－ー-]{7,}[\d０-９]/gu;

/** The last net, for texts that come from elsewhere: what looks like an e-mail or a phone number is struck out. */
export function masked(text: string): string {
  const clean = text.replace(EMAIL, '[e-mail]').replace(PHONE, '[number]');
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

/**
 * What a log may say about an error. The texts of these carry what people typed: a refusal names the group, PostgreSQL repeats
 * the value, a JSON parser quotes the body. They are told by their type and place alone.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  if (error instanceof DomainError) return { type: error.name, problem: error.type };
  const { code, constraint, table, routine } = sourceOf(error);
  const known = Object.fromEntries(Object.entries({ code, constraint, table, routine }).filter(([, value]) => typeof value === 'string'));
  const quotes = 'query' in error || error instanceof SyntaxError || /^[0-9A-Z]{5}$/.test(String(code ?? ''));
  return { type: error.name, ...(quotes ? {} : { message: masked(error.message) }), ...known, at: frames(error.stack) };
}

/** TypeORM wraps what the driver said. */
function sourceOf(error: Error): { code?: unknown; constraint?: unknown; table?: unknown; routine?: unknown } {
  return (error as { driverError?: object }).driverError ?? error;
}

/** Only where: the head of a stack repeats the message. */
export function frames(stack: string | undefined): string[] {
  const lines = (stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, FRAMES);
}
