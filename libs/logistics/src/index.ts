import { Hub } from './hub.entity.js';
import { HubIntake } from './hub-intake.entity.js';
import { Receipt, ReceiptLine } from './receipt.entity.js';
import { Shipment, ShipmentLine } from './shipment.entity.js';

export { LOGISTICS_ENTITIES } from './entities.js';
export {
  HubNotFound,
  LotNotOfHub,
  NotCountedIn,
  ReceiptDoesNotAddUp,
  ReceiptLineMissing,
  ReceiptLineUnknown,
  ReceiptNotFound,
  ShipmentInWrongState,
  ShipmentNotFound,
  SiteNotConfirmed,
} from './errors.js';
export { type Counted, HubIntakes } from './hub-intakes.service.js';
export { Hubs } from './hubs.service.js';
export { LogisticsModule } from './logistics.module.js';
export { type CountedLine, Receipts } from './receipts.service.js';
export { Shipments } from './shipments.service.js';
export { Hub, HubIntake, Receipt, ReceiptLine, Shipment, ShipmentLine };
