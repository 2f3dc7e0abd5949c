import { CONFIDENCE_LOOKS } from './confidence-looks.ts';

export type Theme = 'light' | 'dark';

/** One way to draw a region: colour, and a dash so that it differs by more than colour. */
export interface RegionLook {
  readonly stroke: string;
  readonly fill: string;
  /** The line while something else is searched for. */
  readonly dimmed: string;
  /** In CSS pixels; empty: a solid line. */
  readonly dash: number[];
  /** A line from corner to corner, as draughtsmen cross out what is not there. */
  readonly crossed: boolean;
  /** Ground of the number badge; `Palette.badgeText` on it has a contrast of 4.5 or more. */
  readonly badge: string;
}

/** The last four are those of confidence, in the order of `BANDS`. */
export const LOOK_NAMES = ['plain', 'flagged', 'outside', 'untold', 'low', 'middle', 'high'] as const;
export type LookName = (typeof LOOK_NAMES)[number];

export interface Palette {
  readonly looks: Readonly<Record<LookName, RegionLook>>;
  /** Thin line under every stroke of a box large enough, so that strokes show on dark photos and on white paper alike. */
  readonly casing: string;
  /** Laid into boxes that match the search, as a marker pen does: on paper it dyes the ground and leaves print black. */
  readonly marker: string;
  readonly markerBlend: 'multiply' | 'source-over';
  readonly badgeText: string;
  /** Ground of the text overlay, nearly opaque, and its ink: what is read must not mix with the picture. */
  readonly plate: string;
  /** The plate of what the search found. */
  readonly foundPlate: string;
  readonly ink: string;
  readonly order: string;
  /** Where its steps are so short that they would be all one sees. */
  readonly orderFaint: string;
  /** Ink that no region covers: hatched, so that it differs by more than colour. */
  readonly missed: string;
  readonly missedFill: string;
  /** So faint that dense print under it can be read. */
  readonly missedHatch: string;
  readonly accent: string;
  readonly halo: string;
  readonly selectedFill: string;
  readonly cornerFill: string;
  readonly paper: string;
  readonly paperEdge: string;
  readonly paperShadow: string;
  /** The bare page in the minimap and boxes on it. */
  readonly mapBox: string;
  readonly mapPlain: string;
}

/**
 * The picture under the boxes is the same in both themes, mostly white paper: strokes are mid-tones that hold on
 * white and on black. What lies over a picture is the colour of its paper; only the blank page follows the theme.
 */
const LOOKS: Palette['looks'] = {
  plain: {
    stroke: '#2563eb',
    fill: 'rgba(37, 99, 235, 0.06)',
    dimmed: 'rgba(37, 99, 235, 0.35)',
    dash: [],
    crossed: false,
    badge: '#1d4ed8',
  },
  flagged: {
    stroke: '#c2410c',
    fill: 'rgba(234, 88, 12, 0.1)',
    dimmed: 'rgba(194, 65, 12, 0.4)',
    dash: [7, 3],
    crossed: false,
    badge: '#9a3412',
  },
  outside: {
    stroke: '#dc2626',
    fill: 'rgba(220, 38, 38, 0.10)',
    dimmed: 'rgba(220, 38, 38, 0.4)',
    dash: [2, 3],
    crossed: true,
    badge: '#b91c1c',
  },
  ...CONFIDENCE_LOOKS,
};

const BOTH = {
  looks: LOOKS,
  casing: 'rgba(255, 255, 255, 0.8)',
  badgeText: '#ffffff',
  order: '#0f766e',
  orderFaint: 'rgba(15, 118, 110, 0.35)',
  missed: 'rgba(162, 28, 175, 0.6)',
  missedFill: 'rgba(192, 38, 211, 0.07)',
  missedHatch: 'rgba(162, 28, 175, 0.22)',
  accent: '#1d4ed8',
  halo: 'rgba(59, 130, 246, 0.38)',
  selectedFill: 'rgba(37, 99, 235, 0.14)',
  cornerFill: '#ffffff',
} as const;

const LIGHT: Palette = {
  ...BOTH,
  marker: '#ffec80',
  markerBlend: 'multiply',
  foundPlate: '#fff1b8',
  plate: 'rgba(255, 255, 255, 0.94)',
  ink: '#111827',
  paper: '#ffffff',
  paperEdge: 'rgba(15, 23, 42, 0.22)',
  paperShadow: 'rgba(15, 23, 42, 0.07)',
  mapBox: 'rgba(29, 78, 216, 0.28)',
  mapPlain: '#ffffff',
};

const DARK: Palette = {
  ...BOTH,
  marker: 'rgba(250, 204, 21, 0.22)',
  markerBlend: 'source-over',
  foundPlate: '#4a3d0c',
  plate: 'rgba(17, 24, 39, 0.94)',
  ink: '#f3f4f6',
  paper: '#262d3a',
  paperEdge: 'rgba(226, 232, 240, 0.24)',
  paperShadow: 'rgba(0, 0, 0, 0.28)',
  mapBox: 'rgba(96, 165, 250, 0.4)',
  mapPlain: '#262d3a',
};

/** Over a picture in a dark window: all as on paper, but for the rim of the sheet. */
const LIGHT_IN_DARK: Palette = { ...LIGHT, paperEdge: DARK.paperEdge, paperShadow: DARK.paperShadow };

export function paletteOf(theme: Theme, overPicture = false): Palette {
  if (theme === 'light') return LIGHT;
  return overPicture ? LIGHT_IN_DARK : DARK;
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
