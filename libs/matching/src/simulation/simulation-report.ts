import { ENGINE } from '../engine.js';
import { percent } from '../numbers/percent.js';
import { markdownTable } from '../tables/markdown-table.js';
import { WINDOW } from './history.js';
import { POLICY_LABELS } from './policy-labels.js';
import type { RunFigures, Simulation } from './simulation.js';

const FIGURES: readonly (readonly [heading: string, figure: (whole: RunFigures) => string])[] = [
  ['配分 placed', ({ placed }) => String(placed)],
  ['配分率 %', ({ cases, placed }) => percent(placed, cases)],
  ['Gini', ({ meanGini }) => meanGini],
  ['最低充足度 min', ({ meanMinLevel }) => meanMinLevel],
  ['通算 Gini', ({ giniPerHousehold }) => giniPerHousehold],
  ['通算最低 min', ({ minPerHousehold }) => minPerHousehold],
  ['通算最高 max', ({ maxPerHousehold }) => maxPerHousehold],
  ['通算最高÷平均 max/mean', ({ maxOverMean }) => maxOverMean],
  ['納品 deliveries', ({ deliveries }) => String(deliveries)],
  ['品揃え assortment', ({ meanAssortment }) => meanAssortment],
  ['好み preference', ({ meanPreference }) => meanPreference],
];

/** A Markdown page, Japanese first. `command` stands beside the figures, so that anybody can have them again; `picture` is a file beside the page. */
export function simulationReport(simulation: Simulation, command: string, picture: string | null): string {
  const { settings, runs } = simulation;
  const cases = runs[0]?.whole.cases ?? 0;
  const columns = [{ heading: '方針 policy' }, ...FIGURES.map(([heading]) => ({ heading, isFigure: true }))];
  const rows = runs.map(({ policy, whole }) => [`${POLICY_LABELS[policy]} ${policy}`, ...FIGURES.map(([, figure]) => figure(whole))]);
  return [
    '# 配分方針の比較（シミュレーション） / Policies compared by simulation\n',
    `\`\`\`sh\n${command}\n\`\`\`\n`,
    `${settings.rounds} 回・${settings.groups} 団体・シード「${settings.seed}」・合計 ${cases} 箱（${ENGINE}）。どの方針も同じ供給を受け、前回までの受取実績は方針ごとに数えます。供給も団体も作りものです。作り方と読み方は [simulation-method.md](simulation-method.md)。`,
    `${settings.rounds} rounds, ${settings.groups} groups, seed "${settings.seed}", ${cases} cases in all, ${ENGINE}. Every policy meets the same supply and has a carry-over of its own making. Supply and groups are made up: [simulation-method.md](simulation-method.md) says how, and how to read this.\n`,
    markdownTable(columns, rows),
    `Gini・最低充足度・品揃えは、直近 ${WINDOW} 回の受取で測り、${WINDOW} 回がそろってからの平均。「通算」は全回の受取÷世帯数。好みは 1〜9。`,
    `Gini, min and assortment: means over the rounds from the ${WINDOW}th on, of levels that count the last ${WINDOW} rounds. 通算: everything received from the first round to the last, per household. Preference: 1 to 9, the mean over the cases placed.\n`,
    ...(picture === null ? [] : [`![回ごとのジニ係数と最低充足度 / Gini and worst level by round](${picture})\n`]),
  ].join('\n');
}
