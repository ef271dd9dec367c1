/** The self-checks that leaders of the demonstration have handed in: for last year, and early ones for this year. */
import { type Answer, type SelfCheck, selfCheckGroups, selfCheckItems } from '../../shared/self-check/self-check.ts';
import { codesOf } from '../../shared/vocabulary.ts';
import { submitSelfCheck } from '../self-check/submit-self-check.ts';
import type { Accounts, Colleague } from './accounts.ts';
import type { Calendar } from './calendar.ts';
import type { Deed } from './deed.ts';
import type { Institutions } from './institutions.ts';
import { type DemonstrationOfficial, entryOn } from './officials.ts';
import type { Seed } from './seed.ts';

/** So many leaders beside the announced ones have an account. */
const leaders = 12;
const isLeader = (username: string) => username.startsWith('leader');

/** Accounts of further leaders in office, spread over the directory. */
export function furtherLeaders(
  officials: readonly DemonstrationOfficial[],
  institutions: Institutions,
  until: string,
): Colleague[] {
  const inOffice = officials.map((official) => entryOn(official, until).row).filter(({ retired }) => !retired);
  const step = Math.floor(inOffice.length / (leaders + 1));
  return Array.from({ length: leaders }, (_, index) => inOffice[(index + 1) * step]).flatMap((row, index) =>
    row
      ? [
          {
            username: `leader.${index + 1}`,
            role: 'leader',
            name: row.name,
            institutionId: institutions.withId(row.managing_party_id).id,
            officialId: row.id,
          },
        ]
      : [],
  );
}

const statements = [
  '本年度严格遵守有关规定，未干预司法活动、插手具体案件处理。',
  '能够自觉遵守规定，并对身边工作人员和亲属提出要求。',
  '',
];
const explanations = {
  self: '曾代为转达群众诉求一次，未提出倾向性意见，已作出说明。',
  staff: '工作人员曾自行向承办部门了解进度，已予批评。',
  relatives: '亲属曾向承办人咨询案件进度，已予提醒。',
};

/** The announced leaders have handed in last year's only, so that this year's can be shown. */
export function selfCheckDeeds(seed: Seed, accounts: Accounts, calendar: Calendar, until: string): Deed[] {
  const thisYear = Number(until.slice(0, 4));
  const viewers = [...accounts.values()].filter(({ role, username }) => role === 'leader' && isLeader(username));
  return viewers.flatMap((viewer, index) => {
    const announced = !viewer.username.includes('.');
    const random = seed.branch(`self-check-${viewer.username}`);
    const lastDays = calendar.days.filter((day) => day >= `${thisYear - 1}-12-15` && day < `${thisYear}-01-20`);
    const recentDays = calendar.days.filter((day) => day.startsWith(String(thisYear))).slice(-12);
    const handedIn = [
      ...(announced || index % 6 !== 5 ? [{ year: thisYear - 1, days: lastDays }] : []),
      ...(!announced && index % 2 === 0 ? [{ year: thisYear, days: recentDays }] : []),
    ];
    return handedIn
      .filter(({ days }) => days.length > 0)
      .map(({ year, days }) => ({
        at: calendar.during(random, random.pick(days)),
        command: submitSelfCheck(year, submissionOf(random), viewer),
      }));
  });
}

/** Nearly every item is answered with 无. */
function submissionOf(seed: Seed): SelfCheck {
  const answers = selfCheckItems.flatMap((item) =>
    codesOf(selfCheckGroups).map((group): Answer => {
      const happened = seed.happens(0.012);
      return { ...item, group, happened, explanation: happened ? explanations[group] : '' };
    }),
  );
  return { answers, statement: seed.pick(statements) };
}
