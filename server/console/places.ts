/** The pages of each role, in the order of its navigation; the first is where it begins. */
import type { Role, Term } from '../../shared/vocabulary.ts';
import { frameWording } from './wording/frame.ts';

export interface Place {
  readonly path: string;
  readonly term: Term;
}

const records = { path: '/records', term: frameWording.records } as const satisfies Place;
const matters = { path: '/matters', term: frameWording.matters } as const satisfies Place;

export const places = {
  recorder: [
    { path: '/records', term: frameWording.myRecords },
    { path: '/browsers', term: frameWording.browsers },
  ],
  reviewer: [{ path: '/inbox', term: frameWording.inbox }, matters, records],
  committee: [matters],
  discipline: [matters],
  hr: [
    { path: '/performance-evaluation', term: frameWording.performanceEvaluation },
    { path: '/integrity-review', term: frameWording.integrityReview },
    { path: '/statistics', term: frameWording.statistics },
  ],
  leader: [{ path: '/self-check', term: frameWording.selfCheck }],
  auditor: [{ path: '/reading-log', term: frameWording.readingLog }],
  administrator: [{ path: '/accounts', term: frameWording.accounts }],
} as const satisfies Record<Role, readonly [Place, ...Place[]]>;
