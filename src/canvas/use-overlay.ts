import { useEffect, useState } from 'react';
import { Overlay } from './overlay.ts';

/** An overlay that is freed with the component. It holds no pixels before it is needed; whoever draws it disposes of it when it no longer is. */
export function useOverlay(): Overlay {
  const [overlay] = useState(() => new Overlay());
  useEffect(() => () => overlay.dispose(), [overlay]);
  return overlay;
}
