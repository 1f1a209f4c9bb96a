import type { PolicyName } from '../../problem/problem.js';

/** Told apart by dashes and marks, so that a print in black says the same; the colours are Okabe and Ito's (2008), safe for the colour-blind. */
export interface LineStyle {
  readonly colour: string;
  readonly dashes: string;
  /** A mark around the origin, as an SVG path. */
  readonly mark: string;
}

export const LINE_STYLES: Readonly<Record<PolicyName, LineStyle>> = {
  leximin: { colour: '#000000', dashes: 'none', mark: 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z' },
  'pro-rata': { colour: '#d55e00', dashes: '2 3', mark: 'M-4,-4h8v8h-8z' },
  queue: { colour: '#0072b2', dashes: '8 4', mark: 'M0,-5L5,4H-5z' },
  'lot-by-lot': { colour: '#009e73', dashes: '8 3 2 3', mark: 'M0,-5L5,0L0,5L-5,0z' },
  choice: { colour: '#a3507f', dashes: '14 4', mark: 'M-4,-4L4,4M-4,4L4,-4' },
};
