import { prefectureWithCode } from '@wakachi/catalogue';
import { deriveId } from '@wakachi/kernel';
import type { GroupLine } from './group-register/group-line.js';
import { Qualification } from './qualification.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

/** A group is who its code says, in this network. */
export function groupIdOf(networkId: string, code: string): string {
  return deriveId('group', networkId, code);
}

/** One line of the register as the rows that it becomes. */
export function groupRows(networkId: string, line: GroupLine): { group: RecipientGroup; site: Site; qualifications: Qualification[] } {
  const id = groupIdOf(networkId, line.code);
  const { code, name, kana, legalForm, corporateNumber, activity, postcode, prefecture, city, street, phone, mail, fax, contactBy } = line;
  const group = Object.assign(new RecipientGroup(), {
    networkId,
    id,
    ...{ code, name, kana, legalForm, corporateNumber, activity, postcode, prefecture, city, street, phone, mail, fax, contactBy },
    households: line.households,
    children: line.children,
    allergyHandling: line.allergyHandling,
    refusesCategories: [...line.refuses.categories],
    refusesTemperatures: [...line.refuses.temperatures],
    attention: [...line.attention],
  });
  const site = Object.assign(new Site(), {
    networkId,
    id: deriveId('site', id, 1),
    groupId: id,
    main: true,
    name: null,
    address: addressOf(line),
    receivingWeekdays: line.receivingWeekdays,
    receivingHalfDay: line.receivingHalfDay,
    ambientMillilitres: line.capacityMillilitres.ambient,
    chilledMillilitres: line.capacityMillilitres.chilled,
    frozenMillilitres: line.capacityMillilitres.frozen,
    forklift: line.forklift,
    largestVehicle: line.largestVehicle,
  });
  const qualifications = line.qualifications.map(({ kind, validFrom, validUntil }) =>
    Object.assign(new Qualification(), { networkId, id: deriveId('qualification', id, kind), groupId: id, kind, validFrom, validUntil }),
  );
  return { group, site, qualifications };
}

function addressOf(line: GroupLine): string | null {
  if (line.site === 'to-be-confirmed') return null;
  if (line.site !== 'same-as-address') return line.site.address;
  return `${prefectureWithCode(line.prefecture)?.ja ?? ''}${line.city}${line.street}`;
}
