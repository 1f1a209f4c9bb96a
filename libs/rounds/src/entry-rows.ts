import type { NetworkSettings } from '@wakachi/access';
import type { RecipientGroup } from '@wakachi/groups';
import { deriveId } from '@wakachi/kernel';
import { approvedHouseholds } from './approved-households.js';
import type { EntryAnswer } from './entry-answers/entry-answer.js';
import { messages } from './messages.js';
import type { Round } from './round.entity.js';
import { RoundEntry } from './round-entry.entity.js';

/**
 * An entry for every group of the register. Without a file of answers everybody takes part with their registered households;
 * with one, a group that did not answer does so only where the network's setting says so.
 */
export function entryRows(
  round: Round,
  groups: readonly RecipientGroup[],
  answers: readonly EntryAnswer[] | null,
  settings: NetworkSettings,
): RoundEntry[] {
  const answerOf = new Map<string, EntryAnswer>();
  for (const answer of answers ?? []) answerOf.set(answer.groupCode, answer);
  const silentTakePart = answers === null || settings.silentGroupsTakePart;
  return groups.map((group) => entryOf(round, group, answerOf.get(group.code) ?? null, silentTakePart, settings.unexplainedGrowthPercent));
}

function entryOf(
  round: Round,
  group: RecipientGroup,
  answer: EntryAnswer | null,
  silentTakePart: boolean,
  growthPercent: number,
): RoundEntry {
  const said = answer?.answer ?? null;
  const wantsPart = said === 'joining' || (said === null && silentTakePart);
  const need = approvedHouseholds(said === 'joining' ? (answer?.households ?? null) : null, group.households, growthPercent);
  const takesPart = wantsPart && need.households >= 1;
  const without = { code: 'no-households', text: String(need.households), message: messages('no-households') };
  return Object.assign(new RoundEntry(), {
    networkId: round.networkId,
    id: deriveId('entry', round.id, group.id),
    roundId: round.id,
    groupId: group.id,
    answer: said,
    answeredAt: answer === null ? null : new Date(answer.answeredAt),
    takesPart,
    declaredHouseholds: answer?.households ?? null,
    approvedHouseholds: takesPart ? need.households : null,
    declaredPersons: answer?.persons ?? {},
    ambientCases: answer?.capacityCases.ambient ?? null,
    chilledCases: answer?.capacityCases.chilled ?? null,
    frozenCases: answer?.capacityCases.frozen ?? null,
    unavailableDates: [...(answer?.unavailableDates ?? [])],
    wishes: answer?.wishes || null,
    attention: wantsPart && !takesPart ? [...need.attention, without] : need.attention,
  });
}
