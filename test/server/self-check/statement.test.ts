import { describe, expect, it } from 'vitest';
import { type Statement, statementOf } from '../../../server/self-check/statement.ts';
import { selfCheckItems } from '../../../shared/self-check/self-check.ts';
import { itemSentences } from '../../../shared/self-check/sentences.ts';
import { answersOf, released } from '../feeds/rows.ts';
import { textOf, unzip } from '../unzip.ts';

const statement: Statement = {
  subject: { name: '白某某', organ: '示范旗交通运输局', post: '局长', rank: '县处级正职', retired: false },
  year: 2026,
  submittedOn: '2026-12-31',
  submission: { answers: answersOf(), statement: '' },
  releasedMatters: [],
};

/** The paragraphs of a document, cells of tables among them. */
async function paragraphsOf(made: Statement): Promise<string[]> {
  const entries = unzip(await statementOf(made));
  const paragraphs = (entries['word/document.xml'] ?? '').matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs);
  return [...paragraphs].map(([, paragraph]) => textOf(paragraph ?? '')).filter(Boolean);
}

describe('the statement', () => {
  it('names the leader, the post and the year', async () => {
    const [title, year, opening] = await paragraphsOf(statement);
    expect(title).toBe('领导干部干预司法活动年度对照检查情况');
    expect(year).toBe('（2026年度）');
    expect(opening).toMatch(/^本人白某某，现任示范旗交通运输局局长（县处级正职）。/);
  });

  it('answers every item for all three groups', async () => {
    const paragraphs = await paragraphsOf(statement);
    expect(paragraphs.filter((text) => text === '无')).toHaveLength(33);
    expect(paragraphs).toContain('上述各项经对照检查均为“无”，没有需要说明的情况。');
  });

  it('has a sentence for every item', () => {
    for (const { article, code } of selfCheckItems)
      expect(itemSentences[article][code], `${article} ${code}`).toBeTruthy();
  });

  it('explains each item answered with 有, numbered, in the leader’s words', async () => {
    const happened = { '8:pleading:self': '曾打听案件进展。', '9:other:relatives': '亲属 <曾> 托人 & 说情。' };
    const paragraphs = await paragraphsOf({
      ...statement,
      submission: { answers: answersOf(happened), statement: '' },
    });
    expect(paragraphs.filter((text) => text === '有')).toHaveLength(2);
    expect(paragraphs).toContain('1.本人“请托说情”：曾打听案件进展。');
    expect(paragraphs).toContain('2.亲属“其他”：亲属 <曾> 托人 & 说情。');
  });

  it('says that nothing was released', async () =>
    expect(await paragraphsOf(statement)).toContain('截至提交之日，本年度没有涉及本人的已通报事项。'));

  it('lists what was released, and what was retracted as such', async () => {
    const retracted = { ...released, releasedOn: '2026-09-18', retracted: true };
    const paragraphs = await paragraphsOf({ ...statement, releasedMatters: [released, retracted] });
    expect(paragraphs).toContain('截至提交之日，本年度涉及本人的已通报事项共2件，其中已撤销通报1件，具体如下：');
    expect(paragraphs).toContain('2026年3月5日');
    expect(paragraphs).toContain('请托说情、要求私下会见；通过单位负责人施压');
    expect(paragraphs).toContain('谈话提醒、党纪处分；典型案例；已撤销通报');
  });

  it('keeps the paragraphs of the leader’s own words, and ends with signature and day', async () => {
    const paragraphs = await paragraphsOf({
      ...statement,
      submission: { answers: answersOf(), statement: '第一段。\r\n\r\n第二段。' },
    });
    const at = paragraphs.indexOf('三、其他需要说明的情况');
    expect(paragraphs.slice(at + 1, at + 4)).toEqual(['第一段。', '第二段。', '四、本人承诺']);
    expect(paragraphs.slice(-2)).toEqual(['报告人（签名）：', '2026年12月31日']);
  });

  it('has the margins, faces and page numbers of official documents (GB/T 9704)', async () => {
    const entries = unzip(await statementOf(statement));
    const document = entries['word/document.xml'] ?? '';
    const layout = /<w:pgSz.*<w:pgMar[^>]*>/s.exec(document)?.[0] ?? '';
    const millimetres = (name: string) => (Number(new RegExp(`w:${name}="(\\d+)"`).exec(layout)?.[1]) / 1440) * 25.4;
    const expected = { w: 210, h: 297, top: 37, bottom: 35, left: 28, right: 26 };
    for (const [name, length] of Object.entries(expected)) expect(millimetres(name), name).toBeCloseTo(length, 1);
    expect(document).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('w:line="560" w:lineRule="exact"');
    expect(entries['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    const footers = Object.keys(entries).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    expect(footers).toHaveLength(2);
    expect(entries['word/footer1.xml']).toContain('PAGE');
    expect(entries['word/settings.xml']).toContain('evenAndOddHeaders');
  });
});
