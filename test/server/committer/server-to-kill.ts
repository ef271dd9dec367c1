/** A server over a small world in a data folder, in a process of its own, to be killed without warning. */
import { listen } from '../../../server/serve.ts';
import { openWorld } from '../support/world.ts';

const [folder = ''] = process.argv.slice(2);
const world = await openWorld({ folder });
const token = await world.captureToken('judge');
const { port } = await listen(world.platform, 0);
console.log(JSON.stringify({ port, token }));
