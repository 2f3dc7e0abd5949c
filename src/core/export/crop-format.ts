/** Formats a crop can be saved in. */
export type CropFormat = 'png' | 'jpeg' | 'webp';

export interface CropFormatFacts {
  /** As the dialog names it. */
  readonly name: string;
  readonly mime: string;
  readonly extension: string;
  /** Pixels a side: JPEG's marker holds 16 bits and libjpeg stops at 65,500; WebP's header holds 14 bits; PNG's 31. */
  readonly maxSide: number;
}

export const CROP_FORMATS: Readonly<Record<CropFormat, CropFormatFacts>> = {
  png: { name: 'PNG', mime: 'image/png', extension: 'png', maxSide: 2 ** 31 - 1 },
  jpeg: { name: 'JPEG', mime: 'image/jpeg', extension: 'jpg', maxSide: 65_500 },
  webp: { name: 'WebP', mime: 'image/webp', extension: 'webp', maxSide: 16_383 },
};
