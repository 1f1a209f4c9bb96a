import { type Bilingual, defineMessages } from '@wakachi/kernel';
import { QueryFailedError } from 'typeorm';

const messages = defineMessages({
  conflict: {
    ja: 'すでにある記録と重なるため保存できませんでした。画面を読み直してください。',
    en: 'It clashes with what is recorded already and was not saved. Reload and look again.',
  },
  invalid: { ja: '値の形が正しくないため保存できませんでした。', en: 'A value has the wrong form; nothing was saved.' },
  busy: { ja: '混み合っています。もう一度お試しください。', en: 'Others were writing at the same moment. Try again.' },
});

/** What the database itself refused, as an answer: unique and check → 409, malformed values → 422, deadlock and serialisation → 503. */
export function databaseRefusal(error: unknown): { status: number; text: Bilingual } | null {
  if (!(error instanceof QueryFailedError)) return null;
  const state = String((error.driverError as { code?: unknown }).code ?? '');
  if (state === '23505' || state === '23514') return { status: 409, text: messages('conflict') };
  if (state.startsWith('22')) return { status: 422, text: messages('invalid') };
  if (state === '40001' || state === '40P01') return { status: 503, text: messages('busy') };
  return null;
}
