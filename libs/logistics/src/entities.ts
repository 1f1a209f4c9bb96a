import { Hub } from './hub.entity.js';
import { HubIntake } from './hub-intake.entity.js';
import { Receipt, ReceiptLine } from './receipt.entity.js';
import { Shipment, ShipmentLine } from './shipment.entity.js';

/** Every table of this lib: what its module registers, and what is held against the migrated schema. */
export const LOGISTICS_ENTITIES = [Hub, HubIntake, Shipment, ShipmentLine, Receipt, ReceiptLine];
