import { defineMessages } from '@wakachi/kernel';

export const messages = defineMessages({
  'no-manifest': {
    ja: 'manifest.json を読めません。バックアップのフォルダーを指定してください',
    en: 'cannot be read; name the folder of a backup',
  },
  'not-a-manifest': { ja: '{format} の manifest.json ではありません', en: 'is not a manifest of {format}' },
  'file-missing': {
    ja: 'バックアップのファイルがありません。別のバックアップを使ってください',
    en: 'a file of the backup is missing; use another backup',
  },
  'file-changed': {
    ja: 'ファイルの中身が作成時と違います（SHA-256 不一致）。別のバックアップを使ってください',
    en: 'has changed since the backup was made (SHA-256 differs); use another backup',
  },
  'file-unknown': { ja: 'バックアップが作ったファイルではありません。取り除いてください', en: 'was not made by the backup; take it away' },
  'target-exists': { ja: 'すでにあります。新しいフォルダー名を指定してください', en: 'exists already; name a new folder' },
  'cannot-write': { ja: 'ここに書き込めません', en: 'cannot be written to' },
  'tool-missing': {
    ja: '{tool} が PATH にありません。PostgreSQL {major} 以降のクライアントを入れてください（Debian: apt install postgresql-client-{major}）',
    en: '{tool} is not on the PATH. Install the client of PostgreSQL {major} or newer (Debian: apt install postgresql-client-{major})',
  },
  'tool-too-old': {
    ja: '{tool} は版 {found} で、サーバーまたはバックアップの版 {major} を扱えません。PostgreSQL {major} 以降のクライアントを PATH の先頭に置いてください（Debian: /usr/lib/postgresql/{major}/bin）',
    en: '{tool} is version {found} and cannot handle version {major} of the server or backup. Put the client of PostgreSQL {major} or newer first on the PATH (Debian: /usr/lib/postgresql/{major}/bin)',
  },
  'tool-failed': { ja: '{tool} が失敗しました: {said}', en: '{tool} failed: {said}' },
  'server-too-old': {
    ja: 'サーバーは版 {found} ですが、バックアップは版 {major} のものです。PostgreSQL {major} 以降のサーバーに戻してください',
    en: 'The server is version {found}, the backup is of version {major}. Restore into PostgreSQL {major} or newer',
  },
  unreachable: { ja: 'データベースにつながりません（{code}）', en: 'the database cannot be reached ({code})' },
  'role-blind': {
    ja: "利用者「{role}」には全ネットワークの行が見えず、中身の欠けたバックアップになります。管理者で CREATE ROLE wakachi_backup LOGIN PASSWORD '…' BYPASSRLS; GRANT pg_read_all_data TO wakachi_backup; を実行し、その URL を DATABASE_BACKUP_URL に指定してください",
    en: 'The user "{role}" does not see the rows of all networks, so the backup would lack them. As an administrator run CREATE ROLE wakachi_backup LOGIN PASSWORD \'…\' BYPASSRLS; GRANT pg_read_all_data TO wakachi_backup; and give its URL in DATABASE_BACKUP_URL',
  },
  'role-may-not-read': {
    ja: '利用者「{role}」は表 {table} を読めません。GRANT pg_read_all_data TO {role}; を実行してください',
    en: 'The user "{role}" may not read the table {table}. Run GRANT pg_read_all_data TO {role};',
  },
  'role-may-not-restore': {
    ja: '利用者「{role}」では戻せません。管理者（superuser、または BYPASSRLS と CREATEROLE を持つ所有者）の URL を DATABASE_OWNER_URL に指定してください',
    en: 'The user "{role}" cannot restore. Give an administrator (a superuser, or an owner with BYPASSRLS and CREATEROLE) in DATABASE_OWNER_URL',
  },
  'not-migrated': {
    ja: 'わかちのデータベースではありません（migrations 表がありません）',
    en: 'is no database of Wakachi (it has no table migrations)',
  },
  'not-empty': {
    ja: '戻し先は空ではありません（{table} があります）。createdb などで空のデータベースを用意してください',
    en: 'is not empty (it has {table}). Make an empty database, with createdb for instance',
  },
  'home-not-empty': {
    ja: 'すでに内蔵データベースがあります。WAKACHI_HOME に空のフォルダーを指定するか、いまのものを別の場所に移してください',
    en: 'holds an embedded database already. Name an empty folder in WAKACHI_HOME, or move what is there away',
  },
  'home-empty': {
    ja: '内蔵データベースがありません。サーバーのバックアップなら DATABASE_OWNER_URL を指定してください',
    en: 'holds no embedded database. For a server, give DATABASE_OWNER_URL',
  },
  'needs-server': {
    ja: 'サーバーのバックアップです。戻し先（空のデータベース）の管理者の URL を DATABASE_OWNER_URL に指定してください',
    en: 'is the backup of a server. Give the administrator’s URL of an empty database in DATABASE_OWNER_URL',
  },
  'needs-home': {
    ja: '内蔵データベースのバックアップです。DATABASE_OWNER_URL を外し、戻し先を WAKACHI_HOME に指定してください',
    en: 'is the backup of an embedded database. Unset DATABASE_OWNER_URL and name where it goes in WAKACHI_HOME',
  },
  'other-platform': {
    ja: '{made} で作った内蔵データベースのコピーは {here} では動きません',
    en: 'A copy of an embedded database made on {made} does not run on {here}',
  },
  'backed-up': {
    ja: 'バックアップしました。ネットワーク {networks}、記帳 {entries} 件。個人情報を含むため、暗号化して別の場所に保管してください',
    en: 'backed up: {networks} networks, {entries} journal entries. It holds personal data: keep it encrypted and elsewhere',
  },
  'head-differs': {
    ja: 'ネットワーク {network}: 記帳の先頭が manifest と違います（{found} 件、manifest は {expected} 件）',
    en: 'network {network}: the journal’s head is not the manifest’s ({found} entries, {expected} in the manifest)',
  },
  'chain-broken': {
    ja: 'ネットワーク {network}: 記帳 {seq} 番から鎖がつながりません',
    en: 'network {network}: the journal does not hold from entry {seq} on',
  },
  'ledger-off': {
    ja: 'ネットワーク {network}: 帳簿が合いません（{count} か所）',
    en: 'network {network}: the ledger disagrees with its postings in {count} places',
  },
  'rows-differ': {
    ja: '表 {table}: {found} 行（manifest は {expected} 行）',
    en: 'table {table}: {found} rows, {expected} in the manifest',
  },
  'isolation-differs': {
    ja: 'ネットワークの区切り（権限・行の保護）が元と違います: {line}',
    en: 'the isolation of networks (grants, row security) is not what it was: {line}',
  },
  'restore-holds': {
    ja: '戻しました。ネットワーク {networks}、記帳 {entries} 件を再計算し、帳簿・行数・権限とも元のとおりです。次に wakachi migrate を実行してください',
    en: 'restored: {networks} networks, {entries} journal entries recomputed; ledger, rows and grants are as they were. Run wakachi migrate next',
  },
});
