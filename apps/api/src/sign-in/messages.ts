import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'not-signed-in': { ja: 'サインインしてください。', en: 'Please sign in.' },
  'read-only-role': { ja: 'この利用者は閲覧のみです。', en: 'This person may only read.' },
  'role-not-allowed': {
    ja: 'この利用者の役割では、この操作はできません。事務局に頼んでください。',
    en: 'This person’s role does not include this. Ask the coordinators.',
  },
  'unknown-person': { ja: 'このメールアドレスの利用者はいません。', en: 'Nobody has this e-mail address.' },
  'development-only': {
    ja: '開発用サインイン（パスワードなし）は NODE_ENV=production では使えないため、起動しません。',
    en: 'The development sign-in (no password) must not run with NODE_ENV=production; not starting.',
  },
});
