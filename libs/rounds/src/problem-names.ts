import type { Lot } from '@wakachi/donations';
import type { RecipientGroup } from '@wakachi/groups';

/**
 * What lots and groups are called in a frozen problem. Ties and the order of equal dates go by these names, so they are the
 * sheet's line and the register's code, which do not change when a file is saved again; two sheets in one network may share
 * a line number, hence the tail.
 */
export function lotName(lot: Lot): string {
  return `${String(lot.lineNumber).padStart(5, '0')}-${lot.id.slice(-8)}`;
}

export function groupName(group: RecipientGroup): string {
  return group.code;
}
