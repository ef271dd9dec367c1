/** Starts the server in a process of its own and asks it as fast as it answers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

export interface ServerUnderMeasurement {
  port: number;
  captureToken: string;
  feedToken: string;
  /** Transactions that it has committed so far. */
  commits(): Promise<number>;
  stop(): Promise<void>;
}

/** @param folder the data folder; filled with demonstration data where it is empty */
export async function startServer(folder: string, mode: 'store' | 'no-storage'): Promise<ServerUnderMeasurement> {
  const child: ChildProcess = spawn(process.execPath, [`${import.meta.dirname}/server-process.ts`, folder, mode], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('The server has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error('The server stopped before it listened');
  const stop = () =>
    new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGTERM');
    });
  const commits = async () => {
    child.send('commits');
    const [count]: number[] = await once(child, 'message');
    return count ?? 0;
  };
  return { ...JSON.parse(first.value), commits, stop };
}

export interface Question {
  method: 'GET' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: number;
}

/** Connections that are kept open, so that what is measured is the route and not the handshake. */
export function openConnections(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = ({ method, path, headers, body }: Question) =>
    new Promise<Answer>((done, failed) => {
      const asked = request({ port, agent, method, path, headers }, (answer) => {
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.byteLength;
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }));
      });
      asked.on('error', failed);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

export interface Load {
  perSecond: number;
  milliseconds: number[];
}

/**
 * Asks `count` questions over so many connections, each as soon as its last answer came.
 * @throws {Error} where an answer's status is not the expected one
 */
export async function load(
  port: number,
  {
    connections,
    count,
    expected,
    question,
  }: { connections: number; count: number; expected: number; question: () => Question },
): Promise<Load> {
  const { ask, close } = openConnections(port, connections);
  const milliseconds: number[] = [];
  let left = count;
  const started = performance.now();
  const worker = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      const { status } = await ask(question());
      milliseconds.push(performance.now() - begun);
      if (status !== expected) throw new Error(`Answered ${status} where ${expected} was expected`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const perSecond = count / ((performance.now() - started) / 1000);
  close();
  return { perSecond, milliseconds };
}
