/** The console: whoever is not signed in signs in where they stand, everybody else finds the pages of their role. */
import { useState } from 'preact/hooks';
import { Redirect, Route, Switch } from 'wouter-preact';
import type { Session } from '../../shared/access/session.ts';
import { language } from '../../shared/interface/language.ts';
import { ErrorState, LoadingState } from '../../shared/interface/states.tsx';
import { AccountsPage } from './accounts/accounts-page.tsx';
import { problemOf } from './api.ts';
import { BrowsersPage } from './browsers/browsers-page.tsx';
import { DevicePage } from './device/device-page.tsx';
import { IntegrityReviewPage } from './feeds/integrity-review-page.tsx';
import { PerformanceEvaluationPage } from './feeds/performance-evaluation-page.tsx';
import { chooseLanguage } from './frame/chosen-language.ts';
import { Frame } from './frame/frame.tsx';
import { NotFoundPage } from './frame/not-found-page.tsx';
import { MatterPage } from './matters/matter-page.tsx';
import { MattersPage } from './matters/matters-page.tsx';
import { places } from './places.ts';
import { ReadingLogPage } from './reading-log/reading-log-page.tsx';
import { InboxPage } from './records/inbox-page.tsx';
import { RecordPage } from './records/record-page.tsx';
import { RecordsPage } from './records/records-page.tsx';
import { SelfCheckPage } from './self-check/self-check-page.tsx';
import { mustEnrol, SignedInProvider, useSession } from './session.ts';
import { EnrolPage } from './sign-in/enrol-page.tsx';
import { PasswordPage } from './sign-in/password-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { StatisticsPage } from './statistics/statistics-page.tsx';

export function Console() {
  const session = useSession();
  const [, setShown] = useState(language());
  const switchLanguage = () => {
    chooseLanguage(language() === 'en' ? 'zh-CN' : 'en');
    setShown(language());
  };
  const signedIn = session.data === mustEnrol ? null : (session.data ?? null);
  return (
    // Words are looked up while rendering: a new key renders every one of them again.
    <Frame key={language()} session={signedIn} onSwitchLanguage={switchLanguage}>
      {session.isPending && <LoadingState />}
      {session.isError && <ErrorState problem={problemOf(session.error)} onRetry={() => session.refetch()} />}
      {session.data === null && <SignInPage />}
      {session.data === mustEnrol && <EnrolPage />}
      {signedIn && (
        <SignedInProvider value={signedIn}>
          <Pages session={signedIn} />
        </SignedInProvider>
      )}
    </Frame>
  );
}

const pages = {
  '/inbox': InboxPage,
  '/records': RecordsPage,
  '/matters': MattersPage,
  '/browsers': BrowsersPage,
  '/performance-evaluation': PerformanceEvaluationPage,
  '/integrity-review': IntegrityReviewPage,
  '/statistics': StatisticsPage,
  '/self-check': SelfCheckPage,
  '/reading-log': ReadingLogPage,
  '/accounts': AccountsPage,
};

const recordReaders: Session['role'][] = ['recorder', 'reviewer'];
const matterReaders: Session['role'][] = ['reviewer', 'committee', 'discipline'];

function Pages({ session }: { session: Session }) {
  return (
    <Switch>
      <Route path="/">
        <Redirect to={places[session.role][0].path} replace />
      </Route>
      <Route path="/device" component={DevicePage} />
      <Route path="/password" component={PasswordPage} />
      {places[session.role].map(({ path }) => (
        <Route key={path} path={path} component={pages[path]} />
      ))}
      {recordReaders.includes(session.role) && (
        <Route path="/records/:id">{({ id }) => <RecordPage key={id} recordId={id} />}</Route>
      )}
      {matterReaders.includes(session.role) && (
        <Route path="/matters/:id">{({ id }) => <MatterPage key={id} matterId={id} />}</Route>
      )}
      <Route component={NotFoundPage} />
    </Switch>
  );
}
