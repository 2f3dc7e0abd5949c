import type { SampleTruth } from '../../src/core/samples/truth.ts';

/** A small sample for tests of the emulator: what it sends can be said in a line. */
export const A_TRUTH: SampleTruth = {
  name: 'small',
  title: 'Small',
  description: 'Three regions.',
  image: { file: 'small.png', type: 'image/png', width: 640, height: 480 },
  detection: '00000000-0000-4000-8000-000000000001',
  recognition: '00000000-0000-4000-8000-000000000002',
  regions: [
    [0, 8, 697, 441],
    [10, 450, 300, 470],
    [310, 450, 600, 470],
  ],
  texts: ['All men live enveloped in whale-lines.', 'Größe', ''],
};
