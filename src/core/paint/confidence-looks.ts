import type { RegionLook } from './palette.ts';

/**
 * Three steps of viridis and a grey. Viridis grows evenly in lightness, so that it reads the same with any colour vision and
 * in print (S. van der Walt, N. Smith, matplotlib 1.5, 2015; the steps are 0, 1/3 and 0.53 of the map). Its greens and yellows
 * are left out: they do not show on white paper. No step is red, and what is not told is no step: grey, and dotted.
 */
export const CONFIDENCE_LOOKS: Readonly<Record<'untold' | 'low' | 'middle' | 'high', RegionLook>> = {
  untold: {
    stroke: '#6b7280',
    fill: 'rgba(107, 114, 128, 0.05)',
    dimmed: 'rgba(107, 114, 128, 0.4)',
    dash: [1.5, 3],
    crossed: false,
    badge: '#4b5563',
  },
  low: {
    stroke: '#440154',
    fill: 'rgba(68, 1, 84, 0.22)',
    dimmed: 'rgba(68, 1, 84, 0.45)',
    dash: [5, 2],
    crossed: false,
    badge: '#440154',
  },
  middle: {
    stroke: '#31688e',
    fill: 'rgba(49, 104, 142, 0.12)',
    dimmed: 'rgba(49, 104, 142, 0.4)',
    dash: [9, 2],
    crossed: false,
    badge: '#31688e',
  },
  high: {
    stroke: '#1f968b',
    fill: 'rgba(31, 150, 139, 0.05)',
    dimmed: 'rgba(31, 150, 139, 0.4)',
    dash: [],
    crossed: false,
    // Darker, for its number.
    badge: '#12756c',
  },
};
