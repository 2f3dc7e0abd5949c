import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useMediaQuery } from '../kit/use-media-query.ts';
import css from './layout.module.css';

export interface LayoutProps {
  readonly banner: ReactNode;
  readonly tasks: ReactNode;
  readonly toolbar: ReactNode;
  readonly picture: ReactNode;
  readonly regions: ReactNode;
  readonly details: ReactNode;
  readonly status: ReactNode;
  /** There is a picture or a list to look at: on a narrow page it comes before the fields that brought it. */
  readonly full: boolean;
}

/** Three columns that can be dragged; below 900 px one column that scrolls, with everything still in it. */
export function Layout(props: LayoutProps) {
  const narrow = useMediaQuery('(width < 900px)');
  const roomy = useMediaQuery('(width >= 1200px)');
  if (narrow) return <OneColumn {...props} />;
  // The picture is the hero: on a small window the sides give way first.
  return <ThreeColumns key={String(roomy)} {...props} side={roomy ? '312px' : '248px'} />;
}

function ThreeColumns({
  banner,
  tasks,
  toolbar,
  picture,
  regions,
  details,
  status,
  side,
}: LayoutProps & { readonly side: string }) {
  return (
    <div className={css.page}>
      {banner}
      <main className={css.columns}>
        <Group orientation="horizontal">
          <Panel defaultSize={side} minSize="232px" maxSize="480px" groupResizeBehavior="preserve-pixel-size">
            <div className={css.side}>{tasks}</div>
          </Panel>
          <Separator className={css.upright} aria-label="Width of the input panel" />
          <Panel minSize="320px">
            <div className={css.middle}>
              {toolbar}
              <div className={css.picture}>{picture}</div>
            </div>
          </Panel>
          <Separator className={css.upright} aria-label="Width of the region panel" />
          <Panel defaultSize={side} minSize="232px" maxSize="640px" groupResizeBehavior="preserve-pixel-size">
            <div className={css.right}>
              <Group orientation="vertical">
                <Panel minSize="160px">{regions}</Panel>
                {details !== null && (
                  <>
                    <Separator className={css.level} aria-label="Height of the region details" />
                    <Panel defaultSize="46%" minSize="120px">
                      <div className={css.scroll}>{details}</div>
                    </Panel>
                  </>
                )}
              </Group>
            </div>
          </Panel>
        </Group>
      </main>
      {status}
    </div>
  );
}

function OneColumn({ banner, tasks, toolbar, picture, regions, details, status, full }: LayoutProps) {
  const input = <div className={css.narrowSide}>{tasks}</div>;
  return (
    <div className={css.column}>
      {banner}
      <main>
        <div className={full ? css.narrowPicture : css.narrowStart}>
          {toolbar}
          <div className={css.picture}>{picture}</div>
        </div>
        {!full && input}
        <div className={css.narrowList}>{regions}</div>
        {details}
        {full && input}
      </main>
      {status}
    </div>
  );
}
