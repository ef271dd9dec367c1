/**
 * The type codes (类型代字) of courts' case numbers: the 131 of 《人民法院案件类型及其代字标准》, in force since 2016-01-01,
 * some of them retired since (民破, 民算). Keyed by first character; an entry that begins with a blank is that
 * character alone (执, 破).
 */
const restByFirst = {
  刑: '他 再 初 医 医复 医监 医解 抗 教 教复 教监 教解 更 更备 更监 核 止 止核 止调 没 申 监 终 辖',
  民: '他 保令 保更 催 再 初 抗 撤 特 特监 申 监 督 督监 破 算 终 辖 辖监 辖终',
  行: '他 保 保复 再 初 审 审复 抗 申 监 终 赔他 赔再 赔初 赔抗 赔申 赔监 赔终 辖 辖终',
  执: ' 他 保 协 复 异 恢 监',
  破: ' 申 监 终',
  赔: '他 确监 辖 辖终',
  委: '赔 赔再 赔提 赔监',
  法: '赔',
  司: '惩 惩复 救他 救刑 救执 救民 救行 救访 救赔',
  财: '保',
  证: '保',
  强: '清',
  清: '申 监 终',
  认: '他 台 复 港 澳',
  请: '台调 台送 外引 外移 外调 外送 港调 港送 澳调 澳送 移管 移赃',
  协: '他 外引 外移 外认 外调 外送',
  助: '移管 移赃',
  台: '请调 请送',
  港: '请调 请送',
  澳: '请调 请送',
};

/** Every known type code. One that is missing here is marked, never refused: the Supreme People's Court adds to them. */
export const caseTypes: ReadonlySet<string> = new Set(
  Object.entries(restByFirst).flatMap(([first, rests]) => rests.split(' ').map((rest) => first + rest)),
);
