/** The statement that a leader hands in with the yearly integrity report (Art. 12): the self-check as an official document. */
import type { Paragraph, Table } from 'docx';
import {
  type Answer,
  type ReleasedMatter,
  type SelfCheck,
  selfCheckGroups,
  selfCheckItems,
} from '../../shared/self-check/self-check.ts';
import { itemSentence, itemTerm } from '../../shared/self-check/sentences.ts';
import {
  capacities,
  codesOf,
  conducts,
  determinations,
  outcomes,
  typicalCircumstances,
} from '../../shared/vocabulary.ts';
import { wordsOf } from '../feeds/column.ts';
import { body, documentOf, type GridColumn, grid, heading, signature, title } from './document-layout.ts';
import { statementWording as wording } from './wording.ts';

export interface Statement {
  readonly subject: { name: string; organ: string; post: string; rank: string; retired: boolean };
  readonly year: number;
  /** Day of the submission, such as 2026-12-31. */
  readonly submittedOn: string;
  readonly submission: SelfCheck;
  readonly releasedMatters: readonly ReleasedMatter[];
}

/** 2026-03-05 → 2026年3月5日 */
const dayInWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

const answerColumns: readonly GridColumn[] = [
  { heading: wording.number, width: 0.08, align: 'center' },
  { heading: wording.item, width: 0.56, align: 'left' },
  { heading: selfCheckGroups.self.zh, width: 0.11, align: 'center' },
  { heading: '身边工\n作人员', width: 0.14, align: 'center' },
  { heading: selfCheckGroups.relatives.zh, width: 0.11, align: 'center' },
];

const happened = (answer: Answer | undefined): string => wording.happened[`${answer?.happened ?? false}`];

function answersTo(article: 8 | 9, { answers }: SelfCheck): Table {
  const items = selfCheckItems.filter((item) => item.article === article);
  const rows = items.map(({ code }, index) => [
    String(index + 1),
    itemSentence({ article, code }).zh,
    ...codesOf(selfCheckGroups).map((group) =>
      happened(answers.find((answer) => answer.article === article && answer.code === code && answer.group === group)),
    ),
  ]);
  return grid(answerColumns, rows, (text) => text === wording.happened.true);
}

function explanations({ answers }: SelfCheck): Paragraph[] {
  const explained = answers.filter((answer) => answer.happened);
  if (explained.length === 0) return body(wording.nothingToExplain);
  return explained.flatMap((answer, index) =>
    body(`${index + 1}.${selfCheckGroups[answer.group].zh}“${itemTerm(answer).zh}”：${answer.explanation}`),
  );
}

const matterColumns: readonly GridColumn[] = [
  { heading: wording.number, width: 0.08, align: 'center' },
  { heading: wording.released.headings.on, width: 0.23, align: 'center' },
  { heading: wording.released.headings.capacity, width: 0.19, align: 'center' },
  { heading: wording.released.headings.determination, width: 0.14, align: 'center' },
  { heading: wording.released.headings.circumstances, width: 0.19, align: 'left' },
  { heading: wording.released.headings.result, width: 0.17, align: 'left' },
];

function matterRow(matter: ReleasedMatter, index: number): string[] {
  const circumstances = [
    wordsOf(conducts, matter.conducts),
    wordsOf(typicalCircumstances, matter.typicalCircumstances),
  ];
  const marks = (['typicalCase', 'corrected', 'retracted'] as const).filter((mark) => matter[mark]);
  return [
    String(index + 1),
    dayInWords(matter.releasedOn),
    capacities[matter.capacity].zh,
    determinations[matter.determination].zh,
    circumstances.filter(Boolean).join('；'),
    [wordsOf(outcomes, matter.outcomes), ...marks.map((mark) => wording.released[mark])].filter(Boolean).join('；'),
  ];
}

function released(matters: readonly ReleasedMatter[]): (Paragraph | Table)[] {
  if (matters.length === 0) return body(wording.released.none);
  const retracted = matters.filter((matter) => matter.retracted).length;
  return [
    ...body(wording.released.some(matters.length, retracted), { keepNext: true }),
    grid(matterColumns, matters.map(matterRow), () => false),
  ];
}

/** The statement as a .docx file. Pure but for the file's own time stamp. */
export function statementOf({ subject, year, submittedOn, submission, releasedMatters }: Statement): Promise<Buffer> {
  const { sections } = wording;
  return documentOf({ title: `${wording.title}${wording.yearOf(year)}`, author: subject.name }, [
    ...title(wording.title, wording.yearOf(year)),
    ...body(wording.opening(subject, year)),
    heading(sections.answers, '黑体'),
    heading(wording.articles[8], '楷体'),
    answersTo(8, submission),
    heading(wording.articles[9], '楷体'),
    answersTo(9, submission),
    heading(wording.explanations, '楷体'),
    ...explanations(submission),
    heading(sections.released, '黑体'),
    ...released(releasedMatters),
    heading(sections.statement, '黑体'),
    ...body(submission.statement || wording.noStatement),
    heading(sections.pledge, '黑体'),
    ...body(wording.pledge, { keepNext: true }),
    ...signature(wording.signature, dayInWords(submittedOn)),
  ]);
}
