/** What stands around every page: the band with product, institution and account, and the role's navigation. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { Session } from '../../../shared/access/session.ts';
import { say } from '../../../shared/interface/language.ts';
import { roles } from '../../../shared/vocabulary.ts';
import mark from '../mark.svg';
import { places } from '../places.ts';
import { useSignOut } from '../session.ts';
import { frameWording as wording } from '../wording/frame.ts';
import { passwordWording } from '../wording/password.ts';

interface FrameProps {
  session: Session | null;
  onSwitchLanguage: () => void;
  children: ComponentChildren;
}

export function Frame({ session, onSwitchLanguage, children }: FrameProps) {
  const content = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current === path) return;
    lastPath.current = path;
    // A new page begins at its top, for the eye and for a screen reader.
    window.scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {say(wording.skip)}
      </a>
      <header class="band">
        <div class="band-inside">
          <Link class="product" href="/">
            <img src={mark} alt="" width="28" height="28" />
            <span class="product-name">{say(wording.product)}</span>
            <span class="product-purpose">{say(wording.purpose)}</span>
          </Link>
          <div class="band-account">
            {session && <Account session={session} />}
            <button type="button" class="band-button" onClick={onSwitchLanguage}>
              {say(wording.otherLanguage)}
            </button>
          </div>
        </div>
      </header>
      {session && <Navigation session={session} />}
      <main ref={content} id="content" class="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer">
        {session?.demonstration ? `${say(wording.demonstration)} · ` : ''}
        {say(wording.about)}
      </footer>
    </div>
  );
}

function Account({ session }: { session: Session }) {
  const signOut = useSignOut();
  return (
    <>
      <span class="band-who">
        <span>{session.institution.name}</span>
        <span>{say(wording.account, { name: session.name, role: say(roles[session.role]) })}</span>
      </span>
      <Link class="band-button" href="/password">
        {say(passwordWording.title)}
      </Link>
      <button type="button" class="band-button" onClick={signOut}>
        {say(wording.signOut)}
      </button>
    </>
  );
}

function Navigation({ session }: { session: Session }) {
  const [path] = useLocation();
  return (
    <nav class="navigation" aria-label={say(wording.navigation)}>
      <ul>
        {places[session.role].map((place) => (
          <li key={place.path}>
            <Link
              href={place.path}
              aria-current={path === place.path || path.startsWith(`${place.path}/`) ? 'page' : undefined}
            >
              {say(place.term)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
