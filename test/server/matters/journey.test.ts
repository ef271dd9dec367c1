import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { officials, openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const released = () => world.platform.db.selectFrom('released_matter').selectAll().execute();

describe('from the record to the release', () => {
  test('counts for the official from the release on, and not a moment before', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, stepsToApproval());
    expect(await released()).toEqual([]);
    const view = await walkMatter(world, matterId, [release]);
    expect(view.state).toBe('released');
    expect(await released()).toMatchObject([{ official_id: officials.mayor.id, determination: 'interference' }]);
    const tallies = await world.platform.db
      .selectFrom('tally')
      .selectAll()
      .where('dimension', '=', 'conduct')
      .execute();
    expect(tallies).toMatchObject([{ code: 'pleading', count: 1 }]);
  });

  test('a correction moves the count to another official, a retraction takes it back', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, [...stepsToApproval(), release]);
    await walkMatter(world, matterId, [
      [
        'committee',
        {
          type: 'corrected',
          determination: 'improper',
          officialId: officials.deputy.id,
          capacity: 'official',
          conducts: [],
          typicalCircumstances: [],
          typicalCase: false,
          reason: '经复核更正',
        },
      ],
    ]);
    expect(await released()).toMatchObject([
      { official_id: officials.deputy.id, determination: 'improper', corrected: 1 },
    ]);
    const mayor = await world.platform.db
      .selectFrom('tally')
      .selectAll()
      .where('official_id', '=', officials.mayor.id)
      .execute();
    expect(mayor).toEqual([]);
    await walkMatter(world, matterId, [['committee', { type: 'retracted', reason: '认定有误' }]]);
    const deputy = await world.platform.db
      .selectFrom('tally')
      .selectAll()
      .where('official_id', '=', officials.deputy.id)
      .execute();
    expect(deputy.map(({ dimension, code }) => `${dimension}:${code}`)).toEqual(['mark:retracted']);
  });

  test('an ordinary inquiry is shelved and never reaches the committee', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    await walkMatter(world, matterId, [
      ['reviewer', { type: 'screened', opinion: 'inquiry', reason: '一般了解进度' }],
      ['reviewer', { type: 'shelved', note: '' }],
    ]);
    expect((await world.ask('committee', 'GET', `/api/matters/${matterId}`)).status).toBe(404);
  });

  test('two records of the same approach become one matter that shows neither recorder', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    const second = await submitRecord(world, { judge: 'colleague' });
    await world.ask('reviewer', 'POST', `/api/records/${second}/events`, { type: 'accepted', matterId });
    const answer = await world.ask('reviewer', 'GET', `/api/matters/${matterId}`);
    const text = await answer.text();
    expect(JSON.parse(text).records).toBe(2);
    expect(text).not.toMatch(/judge|colleague/);
  });

  test('a step on a version that somebody else has moved on is refused', async () => {
    const matterId = await acceptRecord(world, await submitRecord(world));
    const step = { expectedVersion: 1, step: { type: 'screened', opinion: 'inquiry', reason: '一般过问' } };
    expect((await world.ask('reviewer', 'POST', `/api/matters/${matterId}/events`, step)).status).toBe(200);
    const late = await world.ask('reviewer', 'POST', `/api/matters/${matterId}/events`, step);
    expect(late.status).toBe(409);
    expect((await late.json()).type).toBe('urn:liuhen:problem:version-differs');
  });
});

describe('rule 6: nobody handles what names them or whom they report to', () => {
  test('a record that names the president of the court goes to the court above', async () => {
    const actor = { officialId: officials.president.id, name: officials.president.name, organ: '', post: '院长' };
    const recordId = await submitRecord(world, { details: { actor } });
    expect((await world.ask('reviewer', 'GET', `/api/records/${recordId}`)).status).toBe(404);
    const list = await (await world.ask('reviewer', 'GET', '/api/records')).json();
    expect(list.items).toEqual([]);
    expect((await world.ask('superiorReviewer', 'GET', `/api/records/${recordId}`)).status).toBe(200);
  });

  test('strangers get the 404 of what does not exist', async () => {
    const recordId = await submitRecord(world);
    const none = await world.ask('neighbourReviewer', 'GET', '/api/records/00000000-0000-4000-8000-000000000000');
    const foreign = await world.ask('neighbourReviewer', 'GET', `/api/records/${recordId}`);
    expect([foreign.status, await foreign.text()]).toEqual([none.status, await none.text()]);
  });
});
