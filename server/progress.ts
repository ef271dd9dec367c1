/** Progress of a long job on the terminal: one line that moves, or a line for each tenth where output is kept in a file. */

/**
 * @param title what is being done
 * @returns a listener for `onProgress(done, total)`
 */
export function showProgress(title: string): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const tenth = Math.floor((done / Math.max(total, 1)) * 10);
    if (tenth === shown) return;
    shown = tenth;
    const line = `  ${title} ${tenth * 10}%`;
    if (!process.stdout.isTTY) console.log(line);
    else process.stdout.write(`\r${line}${tenth === 10 ? '\n' : ''}`);
  };
}
