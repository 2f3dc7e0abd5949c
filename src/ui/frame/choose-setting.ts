import { isExifTurn } from '../../core/geometry/exif-frame.ts';
import type { FrameSetting } from '../../core/geometry/frame-setting.ts';
import { useInspections } from '../../state/inspections.ts';
import type { ExifUse } from './verdict-words.ts';

/** Puts a suggestion to use: moves the regions; or, where that is all that is wrong, turns the pixels, which are checked anew then. */
export function chooseSetting(wanted: FrameSetting, { exif, shown }: ExifUse): 'regions' | 'pixels' {
  const { setRawPixels, setFrame } = useInspections.getState();
  if (!isExifTurn(wanted, exif, shown)) {
    setFrame(wanted);
    return 'regions';
  }
  setRawPixels(shown !== 1);
  return 'pixels';
}
