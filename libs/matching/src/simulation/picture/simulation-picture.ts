import { WINDOW } from '../history.js';
import { POLICY_LABELS } from '../policy-labels.js';
import type { Simulation } from '../simulation.js';
import { panel } from './panel.js';
import { element, escaped, text } from './svg.js';

const WIDTH = 960;
const HEIGHT = 720;
const LEFT = 70;
const PANEL = { left: LEFT, width: 730, height: 260 };

/** Gini and the worst level by round, a line for each policy: an SVG document. */
export function simulationPicture({ settings, runs }: Simulation): string {
  const names = runs.map(({ policy }) => `${POLICY_LABELS[policy]}（${policy}）`).join('、');
  const title = `配分方針の比較: ${settings.rounds} 回、${settings.groups} 団体、シード ${settings.seed}`;
  const description = `${names}を同じ供給で動かしたときの、回ごとのジニ係数（上、小さいほど公平）と最低充足度（下、大きいほどよい）。Gini and the lowest fill level by round, one line per policy; the level counts the last ${WINDOW} rounds.`;
  const parts = [
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    element('rect', { width: WIDTH, height: HEIGHT, fill: '#ffffff' }),
    text(LEFT, 26, title, { 'font-size': 17, 'font-weight': 'bold' }),
    panel({ ...PANEL, top: 70 }, '充足度のジニ係数（小さいほど公平） Gini', runs, ({ gini }) => gini),
    panel({ ...PANEL, top: 400 }, `最低充足度（直近 ${WINDOW} 回に受け取った箱 ÷ 世帯数） worst level`, runs, ({ minLevel }) => minLevel),
    text(LEFT + PANEL.width / 2, HEIGHT - 14, '回 round', { 'text-anchor': 'middle' }),
  ];
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-labelledby': 'title description',
    lang: 'ja',
    'font-family': 'sans-serif',
    'font-size': 13,
  };
  return `${element('svg', frame, `\n${parts.join('\n')}\n`)}\n`;
}
