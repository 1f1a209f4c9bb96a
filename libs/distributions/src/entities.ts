import { HandOut, HandOutLine } from './hand-out.entity.js';
import { DeviceCommand, ParkedCommand } from './stock-commands/parked-command.entity.js';
import { Stocktake, StocktakeLine } from './stock-commands/stocktake.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const DISTRIBUTIONS_ENTITIES = [HandOut, HandOutLine, Stocktake, StocktakeLine, ParkedCommand, DeviceCommand];
