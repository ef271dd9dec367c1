/** 政绩考核: officials with the matters released about them in a year. */
import type { PerformanceRow } from '../../../shared/feeds/rows.ts';
import { say } from '../../../shared/interface/language.ts';
import { feedWording as wording } from '../wording/feeds.ts';
import { performanceColumns } from './columns.tsx';
import { FeedPage } from './feed-page.tsx';
import { OfficialSheet } from './official-sheet.tsx';

export function PerformanceEvaluationPage() {
  return (
    <FeedPage<PerformanceRow>
      feed="performance-evaluation"
      title={say(wording.performanceTitle)}
      lead={say(wording.performanceLead)}
      columns={performanceColumns}
      sheet={(row, close) => <OfficialSheet row={row} onClose={close} />}
    />
  );
}
