import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { itemText } from '../core/inspection/items.ts';
import { selectOnly } from '../core/inspection/selection.ts';
import { useToken } from '../queries/use-token.ts';
import { useServices } from '../queries/client-context.tsx';
import { showItem, zoomToItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import type { CropScope } from '../ui/export/crop-options.ts';
import { usePart } from '../ui/kit/part.ts';
import { useNow } from '../ui/kit/use-now.ts';
import type { RegionListHandle } from '../ui/regions/region-list.tsx';
import { Banner } from '../ui/shell/banner.tsx';
import { Layout } from '../ui/shell/layout.tsx';
import { StatusBar } from '../ui/shell/status-bar.tsx';
import { DropTarget } from './drop-target.tsx';
import { focusFrame, focusPicture } from './focus.ts';
import { useFrameSide } from './frame-side.tsx';
import { useHost } from './host-services.tsx';
import { InputSide } from './input-side.tsx';
import { lateTakeIn } from './late-take-in.ts';
import { backOut, count, hasFailed, imageWords, pixelsThatFit, redoOrder, undoFrame, undoOrder } from './page-words.ts';
import { usePageProblems } from './page-problems.ts';
import { usePartProblems } from './part-problems.ts';
import { PARTS } from './parts.ts';
import { PdfPages } from './pdf-pages.tsx';
import { Picture } from './picture.tsx';
import { ReadingHint } from './reading-hint.tsx';
import { RegionsToCome } from './regions-to-come.tsx';
import { useTokenBox } from './token-box.ts';
import { tokenLife } from './token-life.ts';
import { useAddress } from './use-address.ts';
import { useEvidence } from './use-evidence.ts';
import { useExports } from './use-exports.ts';
import { useInspection } from './use-inspection.ts';
import { useLevels } from './use-levels.ts';
import { useLint } from './use-lint.ts';
import { useReadingOrder } from './use-reading-order.ts';
import { useFilesHeld } from './use-result-files.ts';
import { useSamples } from './use-samples.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './use-theme.ts';

/** The one screen: puts the panels and the canvas side by side, and says what their buttons do. */
export function Page() {
  const { page: found, thresholds, low } = useLevels(useInspection());
  const evidence = useEvidence(found);
  const { lint, page } = useLint(found, evidence, low);
  const { inspection, image, matches, open, searching } = page;
  const way = useReadingOrder(inspection);
  const resultFiles = useFilesHeld(page);
  const { now } = useServices();
  const { report } = useHost();
  const { theme, toggle: toggleTheme } = useTheme();
  const samples = useSamples();
  const [firstSample] = samples.offered;
  const box = useTokenBox();
  const selection = useView((view) => view.selection);
  const { active } = selection;
  const life = tokenLife(useToken().expiresAt, useNow(now, 15_000));

  // The first that is chosen takes the room; it does not come and go with each choice after that.
  const [opened, setOpened] = useState<string | null>(null);
  if ((selection.count > 0 || active !== null) && opened !== open.key) setOpened(open.key);

  const [dialog, setDialog] = useState<'shortcuts' | 'go-to' | null>(null);
  const [exporting, setExporting] = useState(false);
  const [cropDialog, setCropDialog] = useState<CropScope | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<RegionListHandle>(null);
  const problemList = useRef<HTMLUListElement>(null);
  const problems = [...usePartProblems(), ...usePageProblems(page, evidence.check)];

  const hasPicture = inspection.regions.count > 0 || image !== null;
  const hasSomething = inspection.itemCount > 0 || image !== null || resultFiles.count > 0;
  const without = resultFiles.count > 0 ? 'file' : hasFailed(page) ? 'failed' : null;
  const view = usePart(PARTS.fullView, hasSomething || open.sample !== null);
  const frame = useFrameSide(page, evidence, view);
  const shortcuts = usePart(PARTS.shortcuts, dialog === 'shortcuts');
  const goTo = usePart(PARTS.goTo, dialog === 'go-to');

  const take = useMemo(() => lateTakeIn({ box, now, report, leaveSample: samples.leave }), [box, now, report, samples]);
  const actions = useMemo(() => view && view.regionActions(page), [view, page]);
  const missed = evidence.ink?.missed ?? null;
  const { crops, files } = useExports(page, view, { theme, missed, order: way, thresholds });
  const show = (item: number) => showItem(inspection, item);
  const zoom = (item: number) => zoomToItem(inspection, item);
  const goToLow = () => {
    const item = view?.nextLowItem(inspection, matches, active) ?? null;
    if (item === null) return;
    useView.getState().select(selectOnly(item));
    show(item);
  };
  const zoomToActive = active === null || active >= inspection.regions.count ? null : () => zoom(active);
  const outside = useMemo(() => count(inspection.outside), [inspection]);

  // After the canvas and not with it: mounting both in one go would hold up a slow machine for a fifth of a second.
  const listed = useDeferredValue(page);
  useAddress(page, samples.leave);
  useShortcuts({
    step: (by) => list.current?.step(by),
    nextLow: goToLow,
    goTo: () => inspection.regions.count > 0 && setDialog('go-to'),
    search: () => search.current?.focus(),
    copyText: () => {
      if (active !== null && itemText(inspection, active) !== null) void actions?.onCopyText([active]);
    },
    export: () => hasSomething && setExporting(true),
    sheet: () => setDialog('shortcuts'),
    zoomToRegion: () => zoomToActive?.(),
    undoFrame: () => undoOrder(inspection.regions) || undoFrame(),
    redo: () => redoOrder(inspection.regions),
    back: backOut,
  });

  return (
    <DropTarget take={take}>
      <Layout
        full={hasSomething}
        banner={
          <Banner
            samples={samples.offered}
            openSample={samples.offered.find(({ name }) => name === open.sample)?.title ?? null}
            tokenLife={life}
            theme={theme}
            actions={
              hasSomething &&
              view && (
                <view.ExportMenu
                  files={files}
                  crops={crops}
                  open={exporting}
                  onOpenChange={setExporting}
                  dialog={cropDialog}
                  onDialogChange={setCropDialog}
                />
              )
            }
            onOpenSample={samples.open}
            onLeaveSample={samples.leave}
            onTheme={toggleTheme}
            onShortcuts={() => setDialog('shortcuts')}
          />
        }
        tasks={
          <InputSide
            page={page}
            box={box}
            take={take}
            tokenLife={life}
            problems={problems}
            problemList={problemList}
            pixelsThatFit={pixelsThatFit(page, evidence.check)}
            frame={frame.panel}
          />
        }
        toolbar={
          hasPicture &&
          view && (
            <view.ViewToolbar
              hasRegions={inspection.regions.count > 0}
              onZoomToRegion={zoomToActive}
              order={<view.OrderSelect inspection={inspection} way={way} />}
              confidence={
                <view.ConfidenceControl
                  inspection={inspection}
                  onToggle={() => view.toggleConfidence(inspection)}
                  onNextLow={goToLow}
                />
              }
              missedInk={view.missedInkOf(evidence)}
            />
          )
        }
        picture={
          <>
            <Picture
              page={page}
              theme={theme}
              missed={missed}
              way={way}
              thresholds={thresholds}
              files={resultFiles.count}
              picture={resultFiles.picture}
              foot={
                view &&
                inspection.regions.count > 0 && (
                  <view.HandOrder key={`${open.key} order`} inspection={inspection} onGone={focusPicture} />
                )
              }
              onSample={firstSample ? () => samples.open(open.sample ?? firstSample.name) : null}
            />
            {frame.over}
            {view && inspection.regions.count > 0 && (
              <view.OrderWork count={inspection.regions.count} onGone={focusPicture} />
            )}
            <ReadingHint />
          </>
        }
        regions={
          view && actions ? (
            <view.RegionPanel
              inspection={listed.inspection}
              matches={listed.matches}
              running={listed.running}
              lint={lint}
              levels={
                <>
                  <view.LevelToggles inspection={inspection} />
                  {thresholds && <view.ConfidenceLegend inspection={inspection} thresholds={thresholds} />}
                </>
              }
              without={without}
              onShow={show}
              onZoom={zoom}
              actions={actions}
              searchRef={search}
              listRef={list}
            />
          ) : (
            <RegionsToCome
              search={search}
              without={without}
              inspection={inspection}
              matches={matches}
              running={page.running}
            />
          )
        }
        details={
          inspection.itemCount === 0 || !view || !actions ? null : (
            <view.RegionDetails
              inspection={inspection}
              matches={matches}
              lint={lint}
              image={image}
              actions={actions}
              way={way}
              {...(crops && { onExportSelected: () => setCropDialog('selected') })}
            />
          )
        }
        detailsIdle={inspection.itemCount > 0 && opened !== open.key}
        status={
          <StatusBar
            regions={inspection.regions.count}
            outside={outside}
            image={imageWords(page)}
            frame={inspection.frame}
            verdict={frame.verdict}
            onVerdict={focusFrame}
            problems={problems.map(({ problem }) => problem.severity)}
            onProblems={() => problemList.current?.focus()}
          />
        }
      />
      <PdfPages />
      {shortcuts && dialog === 'shortcuts' && <shortcuts.Shortcuts onClose={() => setDialog(null)} />}
      {goTo && dialog === 'go-to' && (
        <goTo.GoToDialog
          count={inspection.regions.count}
          onClose={() => setDialog(null)}
          onGo={(number) => {
            setDialog(null);
            if (searching) useView.getState().showAll();
            view?.showLevelOf(inspection, number - 1);
            useView.getState().select(selectOnly(number - 1));
            show(number - 1);
          }}
        />
      )}
    </DropTarget>
  );
}
