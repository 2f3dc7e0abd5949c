import { Fragment, type ReactNode, useState } from 'react';
import { useMediaQuery } from '../kit/use-media-query.ts';
import css from './layout.module.css';
import { Splitter } from './splitter.tsx';

export interface LayoutProps {
  readonly banner: ReactNode;
  readonly tasks: ReactNode;
  readonly toolbar: ReactNode;
  readonly picture: ReactNode;
  readonly regions: ReactNode;
  readonly details: ReactNode;
  /** They have but a line to say: the list gets their room. */
  readonly detailsIdle?: boolean;
  readonly status: ReactNode;
  /** There is a picture or a list to look at: on a narrow page it comes before the fields that brought it. */
  readonly full: boolean;
}

/** Three columns that can be dragged; below 900 px one column that scrolls, with everything still in it. */
export function Layout(props: LayoutProps) {
  const narrow = useMediaQuery('(width < 900px)');
  return narrow ? <OneColumn {...props} /> : <ThreeColumns {...props} />;
}

/** In CSS pixels. The picture is the hero: on a small window the sides give way first. */
const SIDE = { roomy: 312, tight: 248, min: 232, maxLeft: 480, maxRight: 640 };
const PICTURE = { min: 320 };
/** Of both lines beside the picture. */
const BESIDE_PICTURE = { direction: 'upright', min: SIDE.min, rest: PICTURE.min } as const;
const LIST = { min: 160 };
const DETAILS = { first: '46%', min: 120 };

interface Sizes {
  readonly left: number | null;
  readonly right: number | null;
  readonly details: number | null;
}

function ThreeColumns({ banner, tasks, toolbar, picture, regions, details, detailsIdle, status }: LayoutProps) {
  const side = useMediaQuery('(width >= 1200px)') ? SIDE.roomy : SIDE.tight;
  const [chosen, setChosen] = useState<Sizes>({ left: null, right: null, details: null });
  const choose = (patch: Partial<Sizes>) => setChosen((before) => ({ ...before, ...patch }));
  // A chosen size is the most that a panel gets: a window that shrinks takes from the sides, down to their least.
  const left = upTo(SIDE.min, `${chosen.left ?? side}px`);
  const right = upTo(SIDE.min, `${chosen.right ?? side}px`);
  const lower = detailsIdle
    ? 'auto'
    : upTo(DETAILS.min, chosen.details === null ? DETAILS.first : `${chosen.details}px`);

  return (
    <div className={css.page}>
      {banner}
      <main
        className={css.columns}
        style={{ gridTemplateColumns: `${left} 1px ${upTo(PICTURE.min, '1fr')} 1px ${right}` }}
      >
        <div className={css.side}>{tasks}</div>
        <Splitter
          label="Width of the input panel"
          {...BESIDE_PICTURE}
          sizes="previous"
          max={SIDE.maxLeft}
          onSize={(size) => choose({ left: size })}
        />
        <div className={css.middle}>
          {toolbar}
          <div className={css.picture}>{picture}</div>
        </div>
        <Splitter
          label="Width of the region panel"
          {...BESIDE_PICTURE}
          sizes="next"
          max={SIDE.maxRight}
          onSize={(size) => choose({ right: size })}
        />
        <div
          className={css.right}
          style={{ gridTemplateRows: details === null ? upTo(0, '1fr') : `${upTo(LIST.min, '1fr')} 1px ${lower}` }}
        >
          <div className={css.list}>{regions}</div>
          {details !== null && (
            <>
              <Splitter
                label="Height of the region details"
                direction="level"
                sizes="next"
                min={DETAILS.min}
                max={Infinity}
                rest={LIST.min}
                onSize={(size) => choose({ details: size })}
              />
              <div className={css.scroll}>{details}</div>
            </>
          )}
        </div>
      </main>
      {status}
    </div>
  );
}

const upTo = (least: number, most: string) => `minmax(${least}px, ${most})`;

function OneColumn({ banner, tasks, toolbar, picture, regions, details, status, full }: LayoutProps) {
  // Keyed, so that what was typed stays in its field when the fields go below the picture.
  const input = (
    <div key="input" className={css.narrowSide}>
      {tasks}
    </div>
  );
  const shown = (
    <div key="picture" className={full ? css.narrowPicture : css.narrowStart}>
      {toolbar}
      <div className={css.picture}>{picture}</div>
    </div>
  );
  const found = [
    <div key="list" className={css.narrowList}>
      {regions}
    </div>,
    <Fragment key="details">{details}</Fragment>,
  ];
  return (
    <div className={css.column}>
      {banner}
      <main>{full ? [shown, ...found, input] : [shown, input, ...found]}</main>
      {status}
    </div>
  );
}
