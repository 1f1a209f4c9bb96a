import { newId, systemClock } from '../../../dist/libs/kernel/src/index.js';
import { accounts, discrepancies, move } from '../../../dist/libs/stock-ledger/src/index.js';
import { withFreshDatabase } from '../server.mjs';
import { count, seconds, timed } from '../statistics.mjs';
import { openNetwork, withDomain } from './goods.mjs';
import { POSTINGS } from './scale.mjs';
import { anyOf } from './stock.mjs';

const GROUPS = 100;
const LOTS = 50;
const POSTINGS_PER_COMMAND = 500;
const AIM_MILLISECONDS = 60_000;

const FOLD = `
  SELECT count(*) AS balances, sum(folded) AS units
    FROM (SELECT account, lot_id, sum(units) AS folded
            FROM (SELECT destination_id AS account, lot_id, quantity AS units FROM ledger_posting
                  UNION ALL SELECT source_id, lot_id, -quantity FROM ledger_posting) moves
           GROUP BY account, lot_id) fold`;

/** All balances of one network, from its postings alone, and held against what is stored. */
export function measureRebuild(server) {
  return withFreshDatabase(server, ({ url }) =>
    withDomain(url, async (domain) => {
      const network = await openNetwork(domain, 0, {
        groups: GROUPS,
        lots: LOTS,
        stockedAt: ({ groupIds }) => groupIds.map((g) => accounts.groupOnHand(g)),
      });
      const filled = await timed(() => fill(domain, network));
      await domain.db.refreshStatistics();
      return domain.db.inNetwork(network.id, async (tx) => {
        const [{ postings, commands }] = await tx.query(
          'SELECT (SELECT count(*) FROM ledger_posting) AS postings, (SELECT count(*) FROM ledger_transaction) AS commands',
        );
        const folded = await timed(() => tx.query(FOLD));
        const compared = await timed(() => discrepancies(tx));
        return { ...section(Number(postings), Number(commands), filled), rows: rowsOf(folded, compared) };
      });
    }),
  );
}

async function fill({ db, ledger }, network) {
  for (let posted = 0; posted < POSTINGS; posted += POSTINGS_PER_COMMAND) {
    const length = Math.min(POSTINGS_PER_COMMAND, POSTINGS - posted);
    const postings = Array.from({ length }, () => handedOut(network));
    const command = { commandId: newId(systemClock), kind: 'hand-out', effectiveAt: new Date(), actorId: null, reason: null, postings };
    await ledger.post(db.dataSource, network.id, command);
  }
}

function handedOut({ id, groupIds, lotIds }) {
  const group = anyOf(groupIds);
  return move(id, anyOf(lotIds), accounts.groupOnHand(group), accounts.distributed(group), 1);
}

function rowsOf(folded, compared) {
  const [{ balances, units }] = folded.result;
  const problems = compared.result.length;
  return [
    { what: `fold into ${count(balances)} balances`, figure: seconds(folded.milliseconds) },
    { what: 'sum of all balances', figure: count(units), aim: '0', met: Number(units) === 0 },
    {
      what: 'ledger_discrepancies(): folded and compared',
      figure: seconds(compared.milliseconds),
      aim: `≤ ${AIM_MILLISECONDS / 1000} s`,
      met: compared.milliseconds <= AIM_MILLISECONDS,
    },
    { what: 'ledger_discrepancies(): differences', figure: count(problems), aim: '0', met: problems === 0 },
  ];
}

function section(postings, commands, filled) {
  return {
    title: 'Rebuild',
    meaning: [
      `${count(postings)} postings of ${count(commands)} commands in one network, ${GROUPS} groups and ${LOTS} lots, posted through \`StockLedger\` in ${seconds(filled.milliseconds)}. The fold computes every balance from the postings alone; \`ledger_discrepancies()\` folds as well and compares with the stored balances, lots, floors, the journal and the vouchers. As the run-time role, behind row-level security.`,
    ],
  };
}
