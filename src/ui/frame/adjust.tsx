import { Link2, Link2Off, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { type FrameSetting, SETTING_LIMITS } from '../../core/geometry/frame-setting.ts';
import { TURN_WORDS } from '../../core/geometry/frame-words.ts';
import { type FrameChoice, useInspections } from '../../state/inspections.ts';
import { useView } from '../../state/view-store.ts';
import { Button } from '../kit/button.tsx';
import { Field, Select } from '../kit/field.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import css from './frame.module.css';
import { FrameButtons } from './frame-buttons.tsx';
import { NumberField } from './number-field.tsx';

const { leastScale, mostScale, degrees, offset } = SETTING_LIMITS;
const SCALE = { min: leastScale, max: mostScale, step: 0.01, decimals: 4 };
const ANGLE = { min: -degrees, max: degrees, step: 0.1, decimals: 2 };
const OFFSET = { min: -offset, max: offset, step: 1, decimals: 1 };

/** The setting by number, or by dragging all regions; the regions follow while one types. */
export function Adjust({ frame }: { readonly frame: FrameChoice }) {
  const { setting, from } = frame;
  const setFrame = useInspections((state) => state.setFrame);
  const start = from ?? setting;
  const [equal, setEqual] = useState(start.scaleX === start.scaleY);
  const moving = useView((view) => view.moving);
  const setMoving = useView((view) => view.setMoving);
  // By what was there before the typing: on its way a number may come to be equal to the other one.
  const isLocked = equal && start.scaleX === start.scaleY;

  /** For the part of the setting that a field holds. Where the typing started is what is kept when it comes to nothing. */
  const typing = (patch: (value: number) => Partial<FrameSetting>) => {
    const next = (value: number | null) => (value === null ? start : { ...start, ...patch(value) });
    return {
      onType: (value: number | null) => setFrame(next(value), 'live'),
      onDone: (value: number | null) => setFrame(next(value)),
    };
  };
  const scale = (name: 'scaleX' | 'scaleY') =>
    typing((value) => (isLocked ? { scaleX: value, scaleY: value } : { [name]: value }));

  return (
    <div className={css.adjust}>
      <div className={css.scales}>
        <NumberField label="Scale X" value={setting.scaleX} {...SCALE} {...scale('scaleX')} />
        <IconButton
          label="Keep both equal"
          icon={isLocked ? <Link2 /> : <Link2Off />}
          pressed={isLocked}
          onClick={() => {
            setEqual(!isLocked);
            if (!isLocked) setFrame({ ...setting, scaleY: setting.scaleX });
          }}
        />
        <NumberField label="Scale Y" value={setting.scaleY} {...SCALE} {...scale('scaleY')} />
      </div>
      <Field label="Turn">
        {(control) => (
          <Select
            {...control}
            value={setting.orientation}
            onChange={({ target: { value } }) => {
              const turn = TURN_WORDS.find(([one]) => String(one) === value);
              if (turn) setFrame({ ...setting, orientation: turn[0] });
            }}
          >
            {TURN_WORDS.map(([orientation, words]) => (
              <option key={orientation} value={orientation}>
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={css.trio}>
        <NumberField
          label="Angle"
          unit={
            <>
              ° <RotateCw aria-label="clockwise" size={11} />
            </>
          }
          value={setting.degrees}
          {...ANGLE}
          {...typing((degrees) => ({ degrees }))}
        />
        <NumberField label="Offset X" unit="px" value={setting.x} {...OFFSET} {...typing((x) => ({ x }))} />
        <NumberField label="Offset Y" unit="px" value={setting.y} {...OFFSET} {...typing((y) => ({ y }))} />
      </div>
      <div className={css.buttons}>
        <Button size="small" pressed={moving} onClick={() => setMoving(!moving)}>
          Drag the regions
        </Button>
        <FrameButtons frame={frame} />
      </div>
    </div>
  );
}
