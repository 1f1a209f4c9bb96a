import { HandOut, HandOutLine } from './hand-out.entity.js';
import { ParkedCommand } from './stock-commands/parked-command.entity.js';

export { DistributionsModule } from './distributions.module.js';
export { DISTRIBUTIONS_ENTITIES } from './entities.js';
export { HandOutNotFound, HandOuts, type NewHandOut } from './hand-outs.service.js';
export { PastItsDate } from './past-its-date.js';
export { type Movement, type SiteStockFilter, SiteStocks } from './site-stock/site-stocks.service.js';
export {
  GroupNotYours,
  MembershipEnded,
  ParkedCommandNotFound,
  ParkedCommandResolved,
  SameSite,
  SiteNotFound,
  TimeImplausible,
} from './stock-commands/errors.js';
export { ParkedCommands } from './stock-commands/parked-commands.service.js';
export { STOCK_COMMAND_TYPES, type StockCommand } from './stock-commands/stock-command.js';
export { type Applied, StockCommands } from './stock-commands/stock-commands.service.js';
export { type SentCommand, StockSync, type Synced, type Verdict } from './stock-commands/sync.service.js';
export { HandOut, HandOutLine, ParkedCommand };
