/** The one screenshot of the demonstration: a case of the classic case system, as its judge saw it at the click. */
import { readFileSync } from 'node:fs';
import { sha256Of } from '../../shared/ledger/canonical.ts';
import type { Capture } from '../../shared/record/capture.ts';
import type { DemonstrationCase } from './cases.ts';

/** Taken of `test/fixtures/case-systems/classic/case.html?id=150105000001`, its clock at 2026-11-12. */
export const casePage = new Uint8Array(readFileSync(new URL('case-page.jpg', import.meta.url)));

/** The seal of the screenshot. */
export const casePageSeal = {
  sha256: sha256Of(casePage),
  mediaType: 'image/jpeg',
  bytes: casePage.byteLength,
} as const satisfies Capture['screenshot'];

/** The case that the screenshot shows. */
export const pictured: DemonstrationCase = {
  number: '（2026）内0105民初6127号',
  title: '甲某某商贸有限公司与乙某某装饰工程有限公司买卖合同纠纷一案',
  cause: '买卖合同纠纷',
  parties: '原告：甲某某商贸有限公司；被告：乙某某装饰工程有限公司',
  procedure: '普通程序',
  stage: 'trial',
  nature: 'civil',
  handlingJudge: '云某某',
  systemId: 150105000001,
};
