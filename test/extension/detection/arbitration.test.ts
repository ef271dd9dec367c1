import { describe, expect, test } from 'vitest';
import { arbitrate, type FrameReading } from '../../../extension/detection/arbitration.ts';

const a = '（2026）内0105民初6127号';
const b = '（2026）内0105执3316号';

function frame(caseNumbers: string[], area: number, focused = false, cause = ''): FrameReading {
  const frameAddress = `http://case.example/${caseNumbers.join()}`;
  return { caseNumbers, area, focused, cause, frameAddress, caseTitle: '', parties: '', stage: '', handlingJudge: '' };
}

describe('which case a tab shows', () => {
  const shell = frame([], 900_000);
  test.each<[string, FrameReading[], string[]]>([
    ['no frame', [], []],
    ['a shell alone', [shell], []],
    ['one case in an inner frame', [shell, frame([a], 700_000)], [a]],
    ['a case behind another inner tab', [shell, frame([a], 0), frame([b], 700_000)], [b]],
    ['only hidden cases', [shell, frame([a], 0), frame([b], 0)], []],
    ['the same case in two frames', [frame([a], 300_000), frame([a], 300_000)], [a]],
    ['the same case in two ways of writing', [frame([a], 300_000), frame(['（2026）内0105民初06127号'], 200_000)], [a]],
    ['a large and a small case', [frame([a], 100_000), frame([b], 400_000)], [b]],
    ['two cases of one size', [frame([a], 300_000), frame([b], 300_000)], [a, b]],
    ['two cases of one size, one with the focus', [frame([a], 300_000), frame([b], 300_000, true)], [b]],
    ['a large case, the focus in a small one', [frame([a], 800_000), frame([b], 100_000, true)], [b, a]],
    ['a frame that is undecided itself', [shell, frame([a, b], 500_000)], [a, b]],
    ['an undecided frame beside one of its cases', [frame([a, b], 300_000), frame([a], 300_000)], [a, b]],
  ])('%s', (_, frames, expected) => {
    expect(arbitrate(frames).caseNumbers).toEqual(expected);
  });

  test('is told with the address of the frame that shows it, and with what other frames know of it', () => {
    const reading = arbitrate([
      frame([a], 500_000),
      { ...frame([a], 200_000, false, '买卖合同纠纷'), frameAddress: 'x' },
    ]);
    expect(reading).toMatchObject({ frameAddress: `http://case.example/${a}`, cause: '买卖合同纠纷' });
  });

  test('undecided, carries the fields of neither', () => {
    const reading = arbitrate([frame([a], 300_000, false, '离婚纠纷'), frame([b], 300_000, false, '借款合同纠纷')]);
    expect(reading).toMatchObject({ caseNumbers: [a, b], cause: '' });
  });
});
