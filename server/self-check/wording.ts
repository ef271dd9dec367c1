/** The sentences of the statement, in the register of official documents. Each item names what its article forbids. */

export const statementWording = {
  title: '领导干部干预司法活动年度对照检查情况',
  yearOf: (year: number) => `（${year}年度）`,
  opening: (
    { name, organ, post, rank, retired }: Record<'name' | 'organ' | 'post' | 'rank', string> & { retired: boolean },
    year: number,
  ) =>
    `本人${name}，${retired ? '原任' : '现任'}${organ}${post}${rank ? `（${rank}）` : ''}。` +
    '根据《领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定》和自治区实施办法（以下简称《实施办法》）第十二条的要求，' +
    `本人对照《实施办法》第八条、第九条所列情形，就${year}年度本人、身边工作人员和亲属的情况逐项进行了对照检查。现将有关情况报告如下：`,
  sections: {
    answers: '一、对照检查情况',
    released: '二、本年度已通报事项',
    statement: '三、其他需要说明的情况',
    pledge: '四、本人承诺',
  },
  articles: { 8: '（一）违法干预司法活动的情形（第八条）', 9: '（二）典型案例情形（第九条）' },
  explanations: '（三）有关情况说明',
  nothingToExplain: '上述各项经对照检查均为“无”，没有需要说明的情况。',
  happened: { true: '有', false: '无' },
  number: '序号',
  item: '对照内容',
  released: {
    none: '截至提交之日，本年度没有涉及本人的已通报事项。',
    some: (count: number, retracted: number) =>
      `截至提交之日，本年度涉及本人的已通报事项共${count}件${retracted > 0 ? `，其中已撤销通报${retracted}件` : ''}，具体如下：`,
    headings: {
      on: '通报日期',
      capacity: '行为人身份',
      determination: '认定',
      circumstances: '情形',
      result: '处理结果及备注',
    },
    typicalCase: '典型案例',
    corrected: '已更正',
    retracted: '已撤销通报',
  },
  noStatement: '无。',
  pledge:
    '以上报告内容真实、完整，没有隐瞒或者遗漏。本人将严格遵守《实施办法》，支持司法机关依法独立公正行使职权，' +
    '不干预司法活动、不插手具体案件处理，教育管理好身边工作人员和亲属，自觉接受组织监督和评议。如有不实，愿意承担相应责任。',
  signature: '报告人（签名）：',
};
