import { useEffect, useEffectEvent, useRef } from 'react';
import { EMPTY_LINK, type PageLink, readLink, writeLink } from '../core/intake/link.ts';
import { selectOnly } from '../core/inspection/selection.ts';
import { endpointOfKind } from '../core/ocr/contract.ts';
import { useInspections } from '../state/inspections.ts';
import { showItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import type { PageData } from './use-inspection.ts';

/**
 * Keeps `#detect=ID&recognize=ID&as=ENDPOINT&region=N` in step with what is open. A link fills the ids and never presses Inspect;
 * its region is chosen once the regions are there.
 */
export function useAddress({ open, inspection }: PageData, leaveSample: () => void): void {
  const wanted = useRef<number | null>(null);

  const choose = useEffectEvent(() => {
    const row = (wanted.current ?? 0) - 1;
    if (row < 0 || row >= inspection.regions.count) return;
    wanted.current = null;
    useView.getState().select(selectOnly(row));
    showItem(inspection, row);
  });
  const follow = useEffectEvent(() => {
    const { link } = readLink(location.hash);
    // A link speaks of tasks of the service: they belong to the person's own inspection.
    if (open.sample !== null && (link.detect ?? link.recognize) !== null) leaveSample();
    wanted.current = link.region;
    fillIds(link);
    choose();
  });
  useEffect(() => {
    follow();
    const onChange = () => follow();
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const { regions } = inspection;
  useEffect(() => {
    if (regions.count > 0) choose();
  }, [regions]);

  const active = useView((view) => view.selection.active);
  const { detection, recognition } = open.tasks;
  const isShown = detection.asked !== null || recognition.asked !== null || regions.count > 0;
  const region = active !== null && active < regions.count ? active + 1 : null;
  useEffect(() => {
    // Until something is shown the address is the person's own: the ids of a link that was just opened.
    if (!isShown) return;
    const link: PageLink = {
      detect: detection.asked,
      recognize: recognition.asked,
      as: recognition.asked === null ? null : recognition.endpoint,
      region: region ?? wanted.current,
    };
    const hash = writeLink(open.sample === null ? link : EMPTY_LINK);
    if (hash !== location.hash) history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  }, [isShown, open.sample, detection.asked, recognition.asked, recognition.endpoint, region]);
}

function fillIds({ detect, recognize, as }: PageLink): void {
  const { changeTask } = useInspections.getState();
  if (detect !== null) changeTask('detection', { typed: detect });
  if (recognize !== null) {
    changeTask('recognition', { typed: recognize, chosen: as ?? endpointOfKind('recognition').name });
  }
}
