import { CROP_FORMATS, type CropFormat } from '../../core/export/crop-format.ts';
import { MAX_PADDING } from '../../core/export/cut.ts';
import { Field, Input, Select } from '../kit/field.tsx';
import type { CropExport, CropOutlook, CropScope } from './crop-options.ts';
import css from './export-crops.module.css';
import { FirstName, Placeholders } from './names-hint.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { SlantedChoice } from './slanted-choice.tsx';
import type { SlantedCrops } from '../../core/export/straight-cut.ts';

const FORMATS: readonly { readonly format: CropFormat; readonly hint: string }[] = [
  { format: 'png', hint: 'Pixels exactly as in the image.' },
  { format: 'jpeg', hint: 'Smaller files. Pixels change a little, nothing is see-through.' },
  { format: 'webp', hint: 'Smaller files. Pixels change a little.' },
];

/** The options as they stand in the fields: a number that is being typed may not be one yet. */
export interface CropFieldValues {
  readonly which: CropScope;
  readonly format: CropFormat;
  readonly padding: string;
  readonly fileNames: string;
  readonly slanted: SlantedCrops;
}

export interface CropFieldsProps {
  readonly crops: CropExport;
  readonly values: CropFieldValues;
  readonly outlook: CropOutlook | null;
  readonly disabled: boolean;
  readonly onChange: (patch: Partial<CropFieldValues>) => void;
}

export function CropFields({ crops, values, outlook, disabled, onChange }: CropFieldsProps) {
  const straightens = crops.slanted && values.slanted === 'straightened';
  const hint =
    straightens && values.format === 'png'
      ? 'Nothing more is lost.'
      : FORMATS.find((one) => one.format === values.format)?.hint;
  const paddingProblem = readPadding(values.padding) === null && `Give a whole number from 0 to ${MOST_PADDING}.`;
  return (
    <fieldset disabled={disabled} className={css.fields}>
      <ScopeChoice crops={crops} value={values.which} onChange={(which) => onChange({ which })} />
      {crops.shown !== null && (
        <p className={css.shown}>The regions are shown {crops.shown}: crops are cut where they are shown.</p>
      )}
      {crops.slanted && <SlantedChoice value={values.slanted} onChange={(slanted) => onChange({ slanted })} />}
      <div className={css.pair}>
        <Field label="Format" hint={hint}>
          {(control) => (
            <Select
              {...control}
              value={values.format}
              onChange={(event) => {
                const next = FORMATS.find((one) => one.format === event.target.value);
                if (next) onChange({ format: next.format });
              }}
            >
              {FORMATS.map(({ format }) => (
                <option key={format} value={format}>
                  {CROP_FORMATS[format].name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Padding"
          aside={<span className={css.unit}>px</span>}
          hint="Added on each side, up to the edge of the image."
          error={paddingProblem}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={MAX_PADDING}
              step={1}
              value={values.padding}
              onChange={(event) => onChange({ padding: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div>
        <Field label="File names" error={outlook?.problem} hint={<FirstName name={outlook?.firstName ?? null} />}>
          {(control) => (
            <Input
              {...control}
              mono
              type="text"
              spellCheck={false}
              autoComplete="off"
              value={values.fileNames}
              onChange={(event) => onChange({ fileNames: event.target.value })}
            />
          )}
        </Field>
        <Placeholders placeholders={crops.placeholders} />
      </div>
    </fieldset>
  );
}

const MOST_PADDING = MAX_PADDING.toLocaleString('en');

/** Whole pixels, or null for what is none. */
export function readPadding(typed: string): number | null {
  const value = typed.trim() === '' ? NaN : Number(typed);
  return Number.isInteger(value) && value >= 0 && value <= MAX_PADDING ? value : null;
}
