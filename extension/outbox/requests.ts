/** The requests that carry a note to the server, each answered as an `Answer`. None of them throws for the network's sake. */
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Capture } from '../../shared/record/capture.ts';
import type { Details } from '../../shared/record/details.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import type { Answer } from './delivery.ts';

/** Milliseconds. */
const patience = 20_000;
const patienceForEvidence = 120_000;

type Evidence = Details['evidence'][number];

/** Sends a capture with the credential that can do nothing else. */
export function putCapture(connection: ConnectionSettings, capture: Capture): Promise<Answer<Receipt>> {
  const body = JSON.stringify(capture);
  const path = `/api/captures/${capture.captureId}`;
  return ask(connection, path, connection.captureToken, 'PUT', { body, headers: json }, isReceipt);
}

/** Uploads one file of evidence; the same id and hash again is the same upload. */
export function putEvidence(connection: ConnectionSettings, recordId: string, evidence: Evidence, bytes: ArrayBuffer) {
  const headers = { 'content-type': evidence.mediaType, 'x-content-sha256': evidence.sha256 };
  const path = `/api/records/${recordId}/evidence/${evidence.evidenceId}`;
  return ask(
    connection,
    path,
    connection.sessionToken,
    'PUT',
    { body: bytes, headers },
    isAnything,
    patienceForEvidence,
  );
}

/** Submits the details of a record; submitting the same twice answers the same. */
export function postSubmission(connection: ConnectionSettings, recordId: string, details: Partial<Details>) {
  const body = JSON.stringify({ type: 'submitted', details });
  const path = `/api/records/${recordId}/events`;
  return ask(connection, path, connection.sessionToken, 'POST', { body, headers: json }, isAnything);
}

const json = { 'content-type': 'application/json' };

async function ask<T>(
  { serverAddress }: ConnectionSettings,
  path: string,
  token: string | null,
  method: 'PUT' | 'POST',
  { body, headers }: { body: BodyInit; headers: Record<string, string> },
  accepts: (body: unknown) => body is T,
  milliseconds = patience,
): Promise<Answer<T>> {
  try {
    const response = await fetch(serverAddress + path, {
      method,
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(milliseconds),
    });
    const answer: unknown = await response.json();
    if (response.ok && accepts(answer)) return { type: 'accepted', body: answer };
    if (isRefusal(response, answer)) return { type: 'refused', problem: answer };
    return { type: 'unreachable', retryAfterSeconds: Number(response.headers.get('retry-after')) || 0 };
  } catch {
    return { type: 'unreachable', retryAfterSeconds: 0 };
  }
}

/** Only what the server itself has refused: the page of a proxy or of a hotel's network refuses nothing. */
function isRefusal(response: Response, answer: unknown): answer is Problem {
  const stated = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const final = response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429;
  return stated && final && typeof answer === 'object' && answer !== null && 'title' in answer;
}

function isReceipt(answer: unknown): answer is Receipt {
  return (
    typeof answer === 'object' && answer !== null && 'recordId' in answer && 'event' in answer && 'proof' in answer
  );
}

function isAnything(answer: unknown): answer is unknown {
  return answer !== undefined;
}
