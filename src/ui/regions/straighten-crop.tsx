import { useSlantedCrops } from '../../state/slanted-crops.ts';
import css from './crop-preview.module.css';

/** Checkbox **Straighten crop**: the choice of **Slanted regions** in the dialog Export crops, at hand where one crop is seen. */
export function StraightenCrop() {
  const { slanted, choose } = useSlantedCrops();
  return (
    <label className={css.straighten}>
      <input
        type="checkbox"
        checked={slanted === 'straightened'}
        onChange={(event) => choose(event.target.checked ? 'straightened' : 'bounding box')}
      />
      Straighten crop
    </label>
  );
}
