/** A few connections to a server that may die at any moment. */
import { Agent, request } from 'node:http';

export interface Question {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answer {
  status: number;
  body: Buffer;
  cookies: string[];
}

/** The connection ended before the answer was whole: whether the request was taken is not known. */
export class ConnectionLost extends Error {}

export interface Connections {
  /** @throws {ConnectionLost} */
  ask(question: Question): Promise<Answer>;
  close(): void;
}

/** Keeps so many connections open and asks over them. */
export function openConnections(port: number, connections: number): Connections {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = ({ method, path, headers, body }: Question) =>
    new Promise<Answer>((done, failed) => {
      const lost = (cause: unknown) => failed(new ConnectionLost('The connection was lost', { cause }));
      const asked = request({ host: 'localhost', port, agent, method, path, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', lost);
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(pieces),
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
      });
      asked.on('error', lost);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}
