import { beforeEach, describe, expect, it } from 'vitest';
import { askAt, inspect } from '../../src/app/task-deeds.ts';
import type { TokenStanding } from '../../src/core/ocr/poll-policy.ts';
import { UNASKED } from '../../src/queries/task-view.ts';
import { selectOnly } from '../../src/core/inspection/selection.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useView } from '../../src/state/view-store.ts';
import { EMPTY_ANSWER } from './an-answer.ts';
import { freshPage, toldAt } from './page-state.ts';

const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';

beforeEach(() => {
  freshPage();
  useInspections.getState().change({ connection: 'direct' });
});

const slots = () => currentInspection(useInspections.getState()).tasks;
const type = (detection: string, recognition = '') => {
  useInspections.getState().changeTask('detection', { typed: detection });
  useInspections.getState().changeTask('recognition', { typed: recognition });
};

/** Presses Inspect, and gives which tasks were checked at once. */
function press(standing: TokenStanding = 'usable', tokenTaken = true): string[] {
  const checked: string[] = [];
  const handle = (kind: string) => ({
    view: UNASKED,
    checkNow: () => checked.push(kind),
    stop: () => undefined,
    keepWaiting: () => undefined,
  });
  const box = { field: () => undefined, type: () => undefined, put: () => undefined, give: () => tokenTaken };
  inspect(box, () => ({ standing, generation: 1, expiresAt: null }), {
    detection: handle('detection'),
    recognition: handle('recognition'),
  });
  return checked;
}

describe('Inspect', () => {
  it('asks for the ids as they stand in the fields, without the space round them', () => {
    type(` ${ID}\n`, 'TTS01232');
    press();
    expect([slots().detection.asked, slots().recognition.asked]).toEqual([ID, 'TTS01232']);
  });

  it('without any id says what to paste, and asks nothing', () => {
    expect(press()).toEqual([]);
    expect(toldAt('detection')).toEqual(['Paste the id of a detection task or of a recognition task first']);
  });

  it('says at the token field that one is missing, and lets the ids wait for it', () => {
    type(ID);
    press('none');
    expect(toldAt('token')).toEqual(['Paste an access token: nothing is asked without one']);
    expect(slots().detection.asked).toBe(ID);
  });

  it('says nothing of a token where the sample needs none, or where the field has complained already', () => {
    type(ID);
    press('none', false);
    useInspections.getState().change({ connection: 'sample' });
    press('none');
    expect(toldAt('token')).toEqual([]);
  });

  it('asks for an odd id all the same, and says that it is odd', () => {
    type('x y');
    press();
    expect(toldAt('detection')[0]).toContain('does not look like a task id');
    expect(slots().detection.asked).toBe('x y');
  });

  it('pressed again checks the same id now, whatever its case and braces', () => {
    type(ID, 'second-task');
    press();
    type(`{${ID.toUpperCase()}}`, 'third-task');
    expect(press()).toEqual(['detection']);
    expect([slots().detection.asked, slots().recognition.asked]).toEqual([ID, 'third-task']);
  });

  it('asks the same id anew at another endpoint, and not before it is pressed', () => {
    type('', ID);
    press();
    useInspections.getState().changeTask('recognition', { chosen: 'RecognizePdf' });
    expect(slots().recognition).toMatchObject({ asked: ID, endpoint: 'RecognizeRegions' });
    expect(press()).toEqual([]);
    expect(slots().recognition).toMatchObject({ asked: ID, endpoint: 'RecognizePdf' });
    expect(press()).toEqual(['recognition']);
  });

  it('with an emptied field leaves off asking for that task', () => {
    type(ID, 'second-task');
    press();
    type(ID, '');
    press();
    expect(slots().recognition.asked).toBeNull();
  });

  it('asks the service again for a task whose answer was pasted', () => {
    type(ID);
    press();
    useInspections.getState().changeTask('detection', { given: EMPTY_ANSWER });
    expect(press()).toEqual([]);
    expect(slots().detection).toMatchObject({ asked: ID, given: null });
  });

  it('leaves a pasted answer without an id as it is', () => {
    useInspections.getState().changeTask('detection', { given: EMPTY_ANSWER });
    press();
    expect(slots().detection.given).toBe(EMPTY_ANSWER);
    expect(toldAt('detection')).toEqual([]);
  });

  it('of a new id drops what was chosen among the regions of the old one', () => {
    useView.getState().select(selectOnly(3));
    useInspections.getState().change({ pairing: { by: 'order', shifts: [{ row: 1, by: 1 }] } });
    type(ID);
    press();
    expect(useView.getState().selection.count).toBe(0);
    expect(currentInspection(useInspections.getState()).pairing).toEqual({ by: 'position', shifts: [] });
  });
});

describe('an id that belongs to the other kind of task', () => {
  it('changes sides and is asked there', () => {
    type(ID);
    press();
    askAt('RecognizeRegions', 'detection', { detection: { view: UNASKED }, recognition: { view: UNASKED } });
    expect(slots()).toMatchObject({
      detection: { typed: '', asked: null },
      recognition: { typed: ID, asked: ID, endpoint: 'RecognizeRegions' },
    });
  });

  it('is asked at the next endpoint of its own side, where it stays', () => {
    type('', ID);
    press();
    askAt('RecognizeImage', 'recognition', { detection: { view: UNASKED }, recognition: { view: UNASKED } });
    expect(slots().recognition).toMatchObject({
      typed: ID,
      asked: ID,
      chosen: 'RecognizeImage',
      endpoint: 'RecognizeImage',
    });
  });
});
