/**
 * Which case the whole tab shows, from what its frames say. Hidden frames do not count. Frames that show the same case
 * speak with one voice. Where two cases are on the screen, one wins only by at least twice the area without the focus
 * being elsewhere, or by the focus alone; otherwise both are told, undecided: a wrong case is worse than no case.
 */
import { caseNumbersEqual } from '../../shared/case-number.ts';
import type { CaseReading, FrameStanding } from './snapshot.ts';

/** What one frame shows, and how it stands. */
export type FrameReading = CaseReading & FrameStanding;

/** What the tab shows: the reading, and the address of the frame it was read in. */
export interface TabReading extends CaseReading {
  readonly frameAddress: string;
}

/** How much larger a frame must be to speak for the tab. */
const dominance = 2;

const noCase: TabReading = {
  caseNumbers: [],
  caseTitle: '',
  cause: '',
  parties: '',
  stage: '',
  handlingJudge: '',
  frameAddress: '',
};

/** The open case of a tab: `caseNumbers` has one when certain, several while undecided, none where no case is open. */
export function arbitrate(frames: readonly FrameReading[]): TabReading {
  const shown = frames.filter((frame) => frame.area > 0 && frame.caseNumbers.length > 0);
  const voices = oneForEachCase(shown);
  const [first, second] = voices;
  if (!first) return noCase;
  if (!second || speaksForAll(first, voices)) return readingOf(first, first.caseNumbers);
  const all = voices.flatMap((frame) => frame.caseNumbers);
  const different = all.filter((number, index) => all.findIndex((other) => same(number, other)) === index);
  return readingOf({ ...noCase, frameAddress: first.frameAddress }, different);
}

/** The frames that tell different cases, the one to be heard first in front; frames of one case lend each other fields. */
function oneForEachCase(frames: readonly FrameReading[]): FrameReading[] {
  const ordered = [...frames].sort((a, b) => Number(b.focused) - Number(a.focused) || b.area - a.area);
  const voices: FrameReading[] = [];
  for (const frame of ordered) {
    const index = voices.findIndex((voice) => sameCases(voice, frame));
    const voice = voices[index];
    if (voice) voices[index] = joined(voice, frame);
    else voices.push(frame);
  }
  return voices;
}

function speaksForAll(first: FrameReading, voices: readonly FrameReading[]): boolean {
  const others = voices.filter((voice) => voice !== first);
  if (first.focused && !others.some((other) => other.area >= dominance * first.area)) return true;
  return !others.some((other) => other.focused) && others.every((other) => first.area >= dominance * other.area);
}

function joined(one: FrameReading, other: FrameReading): FrameReading {
  return {
    ...one,
    area: Math.max(one.area, other.area),
    focused: one.focused || other.focused,
    caseTitle: one.caseTitle || other.caseTitle,
    cause: one.cause || other.cause,
    parties: one.parties || other.parties,
    stage: one.stage || other.stage,
    handlingJudge: one.handlingJudge || other.handlingJudge,
  };
}

function readingOf(from: TabReading, caseNumbers: readonly string[]): TabReading {
  const { caseTitle, cause, parties, stage, handlingJudge, frameAddress } = from;
  return { caseNumbers, caseTitle, cause, parties, stage, handlingJudge, frameAddress };
}

const same = (one: string, other: string) => one === other || caseNumbersEqual(one, other);

const sameCases = (one: CaseReading, other: CaseReading) =>
  one.caseNumbers.length === other.caseNumbers.length &&
  one.caseNumbers.every((number) => other.caseNumbers.some((candidate) => same(number, candidate)));
