import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'already-running': {
    ja: 'わかちはすでに動いています（プロセス {pid}）。Ctrl-C で止めてからもう一度どうぞ。',
    en: 'Wakachi is running already (process {pid}). Stop it first.',
  },
  'role.superuser': {
    ja: 'DATABASE_URL の利用者「{role}」は管理者権限（superuser）です。ネットワークの区切りが効かないため起動しません。一般の利用者を指定してください。',
    en: 'The user "{role}" of DATABASE_URL is a superuser, whom row-level security does not bind. Give an ordinary user.',
  },
  'role.bypasses': {
    ja: 'DATABASE_URL の利用者「{role}」は BYPASSRLS を持っています。ネットワークの区切りが効かないため起動しません。一般の利用者を指定してください。',
    en: 'The user "{role}" of DATABASE_URL has BYPASSRLS, so row-level security does not bind it. Give an ordinary user.',
  },
  'role.owner': {
    ja: 'DATABASE_URL の利用者「{role}」は表の所有者です。記帳を書き換えられるため起動しません。所有者は DATABASE_OWNER_URL に、一般の利用者を DATABASE_URL に指定してください。',
    en: 'The user "{role}" of DATABASE_URL owns the tables and could rewrite the ledger. Give the owner in DATABASE_OWNER_URL and an ordinary user in DATABASE_URL.',
  },
});
