import { type AccountKey, accounts, move, type Posting } from '@wakachi/stock-ledger';
import type { Context, SiteFacts } from './context.js';
import { SameSite, SiteNotFound } from './errors.js';
import type { SiteCommand } from './stock-command.js';

/** What a command moves. A stocktake that found everything in place moves nothing. Throws SiteNotFound, SameSite. */
export function postingsOf(networkId: string, command: SiteCommand, context: Context): Posting[] {
  const site = siteOf(context, command.siteId);
  const [here, difference] = [stockAt(site), accounts.stockDifference(site.groupId)];
  const differing = (lotId: string, units: number) =>
    units > 0 ? move(networkId, lotId, difference, here, units) : move(networkId, lotId, here, difference, -units);
  const to = (account: AccountKey) => (line: { lotId: string; units: number }) => move(networkId, line.lotId, here, account, line.units);
  switch (command.type) {
    case 'hand-out':
      return command.lines.map(to(accounts.distributed(site.groupId)));
    case 'dispose':
      return command.lines.map(to(accounts.disposed(site.groupId)));
    case 'move':
      if (command.siteId === command.toSiteId) throw new SameSite();
      return command.lines.map(to(stockAt(siteOf(context, command.toSiteId))));
    case 'adjust':
      return command.lines.map((line) => differing(line.lotId, line.difference));
    case 'stocktake':
      return command.lines.filter((l) => l.counted !== l.expected).map((line) => differing(line.lotId, line.counted - line.expected));
  }
}

export function siteOf(context: Context, siteId: string): SiteFacts {
  const site = context.sites.get(siteId);
  if (!site) throw new SiteNotFound(siteId);
  return site;
}

function stockAt(site: SiteFacts): AccountKey {
  return accounts.groupOnHand(site.groupId, site.main ? null : site.id);
}
