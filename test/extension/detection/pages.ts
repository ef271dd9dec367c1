/** Pages as case systems write them, each with the case numbers that are open on it: what the detector must and must not see. */

const a = '（2026）内0105民初6127号';
const b = '（2025）内0105民初4471号';
const c = '（2026）内01民终96号';

export interface DetectionCase {
  readonly name: string;
  readonly title?: string;
  readonly body: string;
  readonly open: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const link = (number: string) => `<a href="#">${number}</a>`;

/** A labelled field, in every way in which pages are built. */
const labelled: DetectionCase[] = [
  {
    name: 'a bordered form of th and td',
    body: `<table><tr><th>案号</th><td>${a}</td><th>案件类别</th><td>民事一审</td></tr>
      <tr><th>案由</th><td>买卖合同纠纷</td><th>承办法官</th><td>云某某</td></tr></table>`,
    open: [a],
    fields: { cause: '买卖合同纠纷', handlingJudge: '云某某' },
  },
  {
    name: 'nested tables with fonts, of the oldest systems',
    body: `<table><tr><td><table><tr><td align=right><font><b>案&#12288;号：</b></font></td><td><font>(2026)内0105民初6127号</font></td>
      </tr><tr><td><font>审判程序：</font></td><td><font>普通程序</font></td></tr></table></td></tr></table>`,
    open: [a],
    fields: { stage: '普通程序' },
  },
  {
    name: 'a list of terms',
    body: `<dl><div><dt>案号</dt><dd>${a}</dd></div><div><dt>当事人</dt><dd>原告 甲；被告 乙</dd></div></dl>`,
    open: [a],
    fields: { parties: '原告 甲；被告 乙' },
  },
  {
    name: 'form items with read-only fields',
    body: `<form><div><label for=n>案号</label><div><input id=n readonly value="${a}"></div></div>
      <div><label>案由</label><div><input value="离婚纠纷"></div></div></form>`,
    open: [a],
    fields: { cause: '离婚纠纷' },
  },
  {
    name: 'form items with a select',
    body: `<div><label>案号</label><div>${a}</div></div><div><label>审判程序</label><select><option>简易程序<option selected>普通程序</select></div>`,
    open: [a],
    fields: { stage: '普通程序' },
  },
  {
    name: 'descriptions of a component library',
    body: `<table><tr><td><div><span class=label>案号</span><span class=content>${a}</span></div></td>
      <td><div><span class=label>承办人</span><span class=content>云某某</span></div></td></tr></table>`,
    open: [a],
    fields: { handlingJudge: '云某某' },
  },
  { name: 'one running text', body: `<p>案号：${a}</p><p>案由：盗窃罪</p>`, open: [a], fields: { cause: '盗窃罪' } },
  {
    name: 'a number that is written in pieces',
    body: `<dl><dt>案号</dt><dd><span>（2026）</span><span>内0105</span><span>民初6127号</span></dd></dl>`,
    open: [a],
  },
  {
    name: 'the number of a procuratorate',
    body: '<table><tr><td>案件编号</td><td>呼赛检刑诉〔2026〕398号</td></tr></table>',
    open: ['呼赛检刑诉〔2026〕398号'],
  },
  {
    name: 'two cases tried together',
    body: `<dl><dt>案号</dt><dd>${a}、${b}</dd></dl>`,
    open: [a, b],
  },
];

/** Other places that tell the open case. */
const placed: DetectionCase[] = [
  { name: 'a heading', body: `<h1>${a}</h1><p>正在审理</p>`, open: [a] },
  {
    name: 'the line under the heading of the case',
    body: `<section><h1>甲与乙买卖合同纠纷一案<span>审理中</span></h1><p><span>${a}</span>　民事一审</p></section>
      <section><h2>关联案件</h2><div><span>诉前保全</span><strong>${b}</strong></div></section>`,
    open: [a],
    fields: { caseTitle: '甲与乙买卖合同纠纷一案' },
  },
  { name: 'a plain text that the title confirms', title: `${a} - 平台`, body: `<div>${a}</div>`, open: [a] },
  {
    name: 'a long list with the chosen case beside it',
    body: `<table>${Array.from({ length: 60 }, (_, index) => row(link(`（2026）内0105民初${index}号`), '甲')).join('')}</table>
      <dl><dt>案号</dt><dd>${b}</dd></dl>`,
    open: [b],
  },
];

/** What must not win over the open case. */
const traps: DetectionCase[] = [
  {
    name: 'the number of the first instance beside it',
    body: `<table>${row('案号', c, '原审案号', b)}${row('关联案号', a, '执行依据', b)}</table>`,
    open: [c],
  },
  {
    name: 'related cases, whose table has a column 案号',
    body: `<table>${row('案号', a)}</table><fieldset><legend>关联案件</legend><table><thead><tr><th>关联关系<th>案号<th>受理法院</thead>
      <tr><td>前案</td><td>${b}</td><td>某院</td></tr></table></fieldset>`,
    open: [a],
  },
  {
    name: 'documents with numbers of other cases',
    body: `<dl><dt>案号</dt><dd>${a}</dd></dl><h2>文书列表</h2><ul><li>裁定书 ${b}</li><li>通知书 ${c}</li></ul>`,
    open: [a],
  },
  {
    name: 'another case in a pane that is hidden',
    body: `<div style="display:none"><dl><dt>案号</dt><dd>${b}</dd></dl></div>
      <div style="visibility:hidden"><dl><dt>案号</dt><dd>${c}</dd></dl></div><div><dl><dt>案号</dt><dd>${a}</dd></dl></div>`,
    open: [a],
  },
  {
    name: 'cases visited before, in the side bar',
    body: `<aside><h2>最近打开</h2><ul><li>${link(b)}</li></ul></aside><dl><dt>案号</dt><dd>${a}</dd></dl>`,
    open: [a],
  },
  {
    name: 'the text of the case, which tells of another',
    body: `<dl><dt>案号</dt><dd>${c}</dd></dl><p>上诉人不服某院${b}民事判决，提起上诉。</p>`,
    open: [c],
  },
];

/** Pages on which no case is open. */
const none: DetectionCase[] = [
  {
    name: 'a list of cases',
    body: `<table><thead><tr><th>案号<th>案由<th>承办法官</thead>
      ${row(link(a), '买卖合同纠纷', '云某某')}${row(link(b), '离婚纠纷', '乌某某')}</table>`,
    open: [],
  },
  {
    name: 'a list without links, its head in plain cells',
    body: `<table>${row('案号', '案由', '立案日期')}${row(a, '买卖合同纠纷', '10-09')}${row(b, '离婚纠纷', '10-08')}</table>`,
    open: [],
  },
  { name: 'a list with one case', body: `<table>${row('案号', '案由')}${row(a, '买卖合同纠纷')}</table>`, open: [] },
  {
    name: 'a search for one number, with its result',
    body: `<form><table><tr><th>案号</th><td><input value="${a}"></td><td><button>查 询</button><button>重置</button></td></tr></table></form>
      <table>${row(link(a), '买卖合同纠纷')}</table>`,
    open: [],
  },
  {
    name: 'cards of cases, each with its label',
    body: `<div class=card><span>案号：</span><span>${a}</span></div><div class=card><span>案号：</span><span>${b}</span></div>`,
    open: [],
  },
  {
    name: 'a list under the title of the case before',
    title: `${a} - 平台`,
    body: `<ul><li>${link(a)}</li><li>${link(b)}</li></ul>`,
    open: [],
  },
  { name: 'an empty page under a title', title: `${a} - 平台`, body: '<main></main>', open: [] },
  {
    name: 'laws, accounts and dates',
    body: '<h1>法〔2015〕10号</h1><p>案号：待分配</p><p>（2026）10月8日第3号通知</p>',
    open: [],
  },
  { name: 'a tab named after a case', body: `<div role=tab>${a}</div><main>加载中</main>`, open: [] },
];

/** Two that contradict each other. */
const undecided: DetectionCase[] = [
  {
    name: 'a heading and a label that differ',
    body: `<h1>${a}</h1><p>办理中</p><table>${row('案号', b)}</table>`,
    open: [a, b],
  },
  {
    name: 'two panes of one page, each with a case',
    body: `<main><dl><dt>案号</dt><dd>${a}</dd></dl></main><aside><dl><dt>案号</dt><dd>${b}</dd></dl></aside>`,
    open: [a, b],
  },
];

export const detectionCases: Readonly<Record<string, readonly DetectionCase[]>> = {
  'reads the open case from': [...labelled, ...placed],
  'is not misled by': traps,
  'sees no open case on': none,
  'tells both of': undecided,
};
