/** `liuhen serve`: runs until it is told to stop. */
import { readConfig } from '../config.ts';
import { start } from '../start.ts';

/** Starts the server; the first Ctrl-C or SIGTERM stops it in order, a second one at once. */
export async function serveCommand(): Promise<void> {
  const running = await start(readConfig(process.env));
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('正在停止… / stopping…');
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
