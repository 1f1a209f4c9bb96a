import { millionths } from '../../numbers/millionths.js';
import { sixPlaces } from '../../numbers/six-places.js';
import { POLICY_LABELS } from '../policy-labels.js';
import type { PolicyRun, RoundFigures } from '../simulation.js';
import { LINE_STYLES } from './line-styles.js';
import { type Scale, scaleFor } from './scale.js';
import { spread } from './spread.js';
import { element, pixels, text } from './svg.js';

/** Where a panel stands, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const LABEL_HEIGHT = 16;
const MARKS = 8;

/** One figure by round, a line for each policy, its name at the end of it. */
export function panel(frame: Frame, heading: string, runs: readonly PolicyRun[], figure: (round: RoundFigures) => string): string {
  const lines = runs.map((run) => run.rounds.map((round) => Number(millionths(figure(round)))));
  const scale = scaleFor(Math.max(0, ...lines.flat()));
  const ends = spread(
    lines.map((values) => Math.round(yOf(frame, scale, values.at(-1) ?? 0) / 10)),
    LABEL_HEIGHT,
    frame.top + frame.height,
  );
  return [
    text(frame.left, frame.top - 12, heading, { 'font-size': 15, 'font-weight': 'bold' }),
    ...ticks(frame, scale),
    ...roundTicks(frame, lines[0]?.length ?? 0),
    ...runs.map((run, i) => line(frame, scale, run, lines[i] as number[], ends[i] as number)),
  ].join('\n');
}

function ticks(frame: Frame, { step, top }: Scale): string[] {
  const right = frame.left + frame.width;
  return Array.from({ length: top / step + 1 }, (_, i) => {
    const y = pixels(yOf(frame, { step, top }, i * step));
    const words = sixPlaces(BigInt(i * step), 1_000_000n).slice(0, 5);
    const rule = element('line', { x1: frame.left, y1: y, x2: right, y2: y, stroke: i === 0 ? '#000000' : '#cccccc' });
    return rule + text(frame.left - 8, y, words, { 'text-anchor': 'end', 'dominant-baseline': 'middle' });
  });
}

function roundTicks(frame: Frame, rounds: number): string[] {
  const y = frame.top + frame.height + 18;
  return marked(rounds).map((i) => text(pixels(xOf(frame, rounds, i)), y, `${i + 1}`, { 'text-anchor': 'middle' }));
}

function line(frame: Frame, scale: Scale, { policy }: PolicyRun, values: readonly number[], labelAt: number): string {
  const { colour, dashes, mark } = LINE_STYLES[policy];
  const at = (i: number) => [pixels(xOf(frame, values.length, i)), pixels(yOf(frame, scale, values[i] as number))] as const;
  const points = values.map((_, i) => at(i).join(',')).join(' ');
  const right = frame.left + frame.width;
  const stroke = { stroke: colour, fill: 'none', 'stroke-width': 1.6 };
  const marks = marked(values.length).map((i) => element('path', { ...stroke, d: mark, transform: `translate(${at(i).join(' ')})` }));
  const leader =
    values.length > 0 ? [element('line', { x1: right, y1: at(values.length - 1)[1], x2: right + 14, y2: labelAt, stroke: colour })] : [];
  const label = text(right + 18, labelAt, `${POLICY_LABELS[policy]} ${policy}`, { fill: colour, 'dominant-baseline': 'middle' });
  return element('g', {}, [element('polyline', { ...stroke, 'stroke-dasharray': dashes, points }), ...marks, ...leader, label].join(''));
}

/** The first round, the last, and a few between. */
function marked(rounds: number): number[] {
  const step = Math.max(1, Math.ceil((rounds - 1) / MARKS));
  const some = Array.from({ length: rounds }, (_, i) => i).filter((i) => i % step === 0 && rounds - 1 - i >= step);
  return rounds > 0 ? [...some, rounds - 1] : [];
}

/** In tenths of a pixel, as `yOf`. */
function xOf({ left, width }: Frame, rounds: number, i: number): number {
  return 10 * left + (rounds > 1 ? Math.floor((10 * width * i) / (rounds - 1)) : 0);
}

function yOf({ top, height }: Frame, scale: Scale, value: number): number {
  return 10 * (top + height) - Math.floor((10 * height * value) / scale.top);
}
