import { useEffect, useEffectEvent, useRef } from 'react';
import { readLink, writeLink } from '../core/intake/link.ts';
import { selectOnly } from '../core/inspection/selection.ts';
import { useInspections } from '../state/inspections.ts';
import { showItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import type { PageData } from './use-inspection.ts';

/**
 * Keeps `#detect=ID&recognize=ID&region=N` in step with what is open. A link fills the ids and never presses Inspect;
 * its region is chosen once the regions are there.
 */
export function useAddress({ open, inspection }: PageData): void {
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    const read = () => {
      const { link } = readLink(location.hash);
      wanted.current = link.region;
      fillIds(link.detect, link.recognize);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  const choose = useEffectEvent(() => {
    const row = (wanted.current ?? 0) - 1;
    if (row < 0 || row >= inspection.regions.count) return;
    wanted.current = null;
    useView.getState().select(selectOnly(row));
    showItem(inspection, row);
  });
  const { regions } = inspection;
  useEffect(() => {
    if (regions.count > 0) choose();
  }, [regions]);

  const active = useView((view) => view.selection.active);
  const { detection, recognition } = open.tasks;
  const asksOwn = open.sample === null && (detection.asked !== null || recognition.asked !== null);
  const region = active !== null && active < inspection.regions.count ? active + 1 : null;
  useEffect(() => {
    if (!asksOwn) return;
    const link = { detect: detection.asked, recognize: recognition.asked, region: region ?? wanted.current };
    const hash = writeLink(link);
    if (hash !== location.hash) history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  }, [asksOwn, detection.asked, recognition.asked, region]);
}

function fillIds(detect: string | null, recognize: string | null): void {
  const { changeTask } = useInspections.getState();
  if (detect !== null) changeTask('detection', { typed: detect });
  if (recognize !== null) changeTask('recognition', { typed: recognize });
}
