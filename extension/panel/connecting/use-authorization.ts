/** The steps of connecting, as the room shows them. The flow itself is `extension/connection/connection.ts`. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Term } from '../../../shared/vocabulary.ts';
import {
  type Authorization,
  abandonAuthorization,
  askServer,
  awaitApproval,
  pendingAuthorization,
  startAuthorization,
} from '../../connection/connection.ts';
import { ConnectionError, connectionProblems } from '../../connection/error.ts';

/** Where the connecting stands. Once it has come about, the connection itself says so. */
export type Step =
  | { readonly name: 'address'; readonly problem: Term | null }
  | { readonly name: 'asking' }
  | { readonly name: 'waiting'; readonly authorization: Authorization };

const openPage = (address: string) => browser.tabs.create({ url: address });

export function useAuthorization() {
  const [step, setStep] = useState<Step>({ name: 'address', problem: null });
  const waiting = useRef<AbortController | null>(null);

  const wait = async (authorization: Authorization) => {
    const stop = new AbortController();
    waiting.current = stop;
    setStep({ name: 'waiting', authorization });
    await awaitApproval(authorization, stop.signal);
    setStep({ name: 'address', problem: null });
  };
  const tell = (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    const reason = error instanceof ConnectionError ? error.reason : 'unreachable';
    setStep({ name: 'address', problem: connectionProblems[reason] });
  };

  // The panel may have been closed during the approval: it goes on waiting where it was.
  useEffect(() => {
    void pendingAuthorization().then((pending) => (pending ? wait(pending) : undefined), tell);
    return () => waiting.current?.abort();
  }, []);

  return {
    step,
    /** Asks the server for its key and an authorization, and opens the approval page. */
    start(address: string): void {
      setStep({ name: 'asking' });
      void askServer(address)
        .then(startAuthorization)
        .then(async (authorization) => {
          await openPage(authorization.approvalAddress);
          await wait(authorization);
        })
        .catch(tell);
    },
    openAgain(): void {
      if (step.name === 'waiting') void openPage(step.authorization.approvalAddress);
    },
    cancel(): void {
      waiting.current?.abort();
      void abandonAuthorization();
      setStep({ name: 'address', problem: null });
    },
  };
}
