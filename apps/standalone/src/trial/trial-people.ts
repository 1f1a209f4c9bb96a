import { type NewNetwork, personId } from '@wakachi/access';
import type { Trial } from './trial-files.js';

export const PEOPLE = [
  { mailbox: 'jimukyoku', displayName: '事務局 一郎（見本）', role: 'coordinator', title: '事務局' },
  { mailbox: 'shonin', displayName: '承認 二葉（見本）', role: 'approver', title: '承認者' },
  { mailbox: 'kyoten', displayName: '拠点 三郎（見本）', role: 'hub-operator', title: '拠点担当' },
  { mailbox: 'dantai', displayName: '団体 四季（見本）', role: 'group-admin', title: '団体担当者' },
  { mailbox: 'kansa', displayName: '監査 五月（見本）', role: 'auditor', title: '監査者（閲覧のみ）' },
] as const;

export type Mailbox = (typeof PEOPLE)[number]['mailbox'];

export function emailOf(trial: Trial, mailbox: Mailbox): string {
  return `${mailbox}@${trial.mailDomain}`;
}

export function whoIs(trial: Trial, mailbox: Mailbox): string {
  return personId(trial.networkId, emailOf(trial, mailbox));
}

export function newNetwork(trial: Trial): NewNetwork {
  const people = PEOPLE.map(({ mailbox, displayName, role }) => ({ displayName, role, email: emailOf(trial, mailbox) }));
  return { id: trial.networkId, name: trial.networkName, settings: {}, people };
}
