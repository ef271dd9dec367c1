/** Listens: the application over a platform, on a port, until it is told to stop. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Platform } from './platform/platform.ts';
import { StartError } from './start-error.ts';

export interface Listening {
  port: number;
  /** Stops taking requests, answers those at work, resolves when all is on disk. */
  close(): Promise<void>;
}

/**
 * @param port 0 for any free one
 * @throws {StartError} where the port is taken or may not be used
 */
export async function listen(platform: Platform, port: number): Promise<Listening> {
  const server = createServer(getRequestListener(createApp(platform).fetch));
  await new Promise<void>((ready, failed) => {
    server.once('error', (error) => failed(portError(error, port)));
    server.listen(port, () => ready());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      // A page that keeps its connection open must not keep the server from stopping.
      const patience = setTimeout(() => server.closeAllConnections(), 3000);
      await closed;
      clearTimeout(patience);
      await platform.close();
    },
  };
}

/** @throws {StartError} where somebody listens on a port already, or it may not be used */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, failed) => {
    probe.once('error', (error) => failed(portError(error, port)));
    probe.listen(port, () => probe.close(() => free()));
  });
}

/** What a failed listen says to the user. */
export function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 指定其他端口，例如：PORT=8790 npm start`,
      `Port ${port} is in use. Stop the program that uses it or name another, for example: PORT=8790 npm start`,
      error,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `没有权限使用端口 ${port}，请改用 1024 以上的端口。`,
      `Port ${port} may not be used: take one above 1024.`,
      error,
    );
  }
  return error;
}
