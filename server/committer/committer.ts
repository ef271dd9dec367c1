/**
 * The one write path. A command is handed over, waits for those before it, and is answered after its transaction is on disk.
 *
 *   submit ─▶ queue ─▶ [ BEGIN · command · command · … · leaves and checkpoints · COMMIT ] ─▶ answers
 *
 * The commands that are waiting share one transaction, so one fsync serves them all; a command that fails is rolled back
 * alone, to its savepoint. There is no timer: while a commit blocks, requests gather, and the next turn takes them together.
 */
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { commitmentOf } from '../../shared/ledger/canonical.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Ledger, NewLeaf } from '../ledger/ledger.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { EventTable, Schema } from '../store/schema.ts';
import { isStoreFailure } from '../store/store-failure.ts';
import { leafContent, type NewEvent, type StoredEvent } from './event.ts';
import { project } from './projections.ts';
import { runShape, shapeOf } from './shapes.ts';

/** What a command may touch while it runs. */
export interface Work {
  readonly db: Transaction<Schema>;
  /** The instant of this command, ISO 8601 in UTC. */
  readonly at: string;
  newId(): string;
  /** Appends an event and brings every projection up to it. */
  append(event: NewEvent): Promise<StoredEvent>;
}

export type Command<Result> = (work: Work) => Promise<Result>;

export interface CommitterOptions {
  db: Kysely<Schema>;
  ledger: Ledger;
  clock: () => Date;
  newId: () => string;
  /** 32 random bytes in hexadecimal, fresh for every event. */
  newSalt: () => string;
}

interface Waiting {
  command: Command<unknown>;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** At most so many commands share a transaction: bounds the wait of the first. */
const batchLimit = 256;

const savepoint = CompiledQuery.raw('SAVEPOINT command');
const release = CompiledQuery.raw('RELEASE SAVEPOINT command');
const rollBack = CompiledQuery.raw('ROLLBACK TO SAVEPOINT command');

export class Committer {
  readonly #options: CommitterOptions;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  /** Leaves of the transaction at work, without those of commands that were rolled back. */
  #leaves: NewLeaf[] = [];

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  /**
   * Runs a command and resolves with its result once that is durable.
   * @throws whatever the command throws; `ProblemError('unavailable')` where the store could not commit.
   */
  submit<Result>(command: Command<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#queue.push({ command, resolve: (result) => resolve(result as Result), reject });
      this.#running ??= new Promise((done) => {
        setImmediate(() => {
          void this.#drain().then(done);
        });
      });
    });
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) await this.#commit(this.#queue.splice(0, batchLimit));
    this.#running = null;
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const alone = batch.length === 1;
    const answers: (() => void)[] = [];
    // What failed first. SQLite ends the transaction by itself where the disk is full; then Kysely's own rollback fails,
    // and its error would hide this one.
    let failure: unknown;
    this.#leaves = [];
    try {
      await this.#options.db.transaction().execute(async (db) => {
        try {
          for (const waiting of batch) answers.push(await this.#run(db, waiting, alone));
          await this.#options.ledger.extend(db, this.#leaves);
        } catch (error) {
          failure = error;
          throw error;
        }
      });
    } catch (error) {
      this.#settle(false);
      const refused = alone && failure !== undefined && !isStoreFailure(failure);
      const reason = refused ? failure : unavailable(failure ?? error);
      for (const { reject } of batch) reject(reason);
      return;
    }
    this.#settle(true);
    for (const answer of answers) answer();
  }

  #settle(committed: boolean): void {
    this.#options.ledger.settle(committed);
    sealingOf(this.#options.db).keyring.settle();
  }

  /** One command: alone, its failure ends the transaction; among others, it goes back to its savepoint. */
  async #run(db: Transaction<Schema>, { command, resolve, reject }: Waiting, alone: boolean): Promise<() => void> {
    if (alone) {
      const result = await command(this.#work(db));
      return () => resolve(result);
    }
    await db.executeQuery(savepoint);
    const leaves = this.#leaves.length;
    try {
      const result = await command(this.#work(db));
      await db.executeQuery(release);
      return () => resolve(result);
    } catch (error) {
      if (isStoreFailure(error)) throw error;
      await db.executeQuery(rollBack);
      await db.executeQuery(release);
      this.#leaves.length = leaves;
      return () => reject(error);
    }
  }

  #work(db: Transaction<Schema>): Work {
    const at = this.#options.clock().toISOString();
    return { db, at, newId: this.#options.newId, append: (event) => this.#append(db, at, event) };
  }

  async #append(db: Transaction<Schema>, at: string, event: NewEvent): Promise<StoredEvent> {
    // The update takes the row of the institution's log head: on PostgreSQL that is the lock that orders many servers.
    const [head] = await runShape(db, 'head', [event.institutionId, 1, 1], () =>
      db
        .insertInto('log_head')
        .values({ institution_id: event.institutionId, size: 1 })
        .onConflict((conflict) =>
          conflict.column('institution_id').doUpdateSet((eb) => ({ size: eb('log_head.size', '+', 1) })),
        )
        .returning('size'),
    );
    if (!head) throw new Error(`The log of ${event.institutionId} has no head`);
    const [last] = await runShape(db, 'last', [event.subjectId], () =>
      db
        .selectFrom('event')
        .select((eb) => eb.fn.max('subject_version').as('version'))
        .where('subject_id', '=', event.subjectId),
    );
    const stored: StoredEvent = {
      ...event,
      // As it will be read again, so that projections see now exactly what a recomputation will see.
      body: JSON.parse(JSON.stringify(event.body)),
      position: head.size - 1,
      subjectVersion: (last?.version ?? 0) + 1,
      at,
      salt: this.#options.newSalt(),
      leafForm: 2,
      commitment: '',
    };
    stored.commitment = commitmentOf(leafContent(stored), stored.salt);
    const open: Omit<EventTable, 'sealed'> = {
      institution_id: stored.institutionId,
      position: stored.position,
      subject_kind: stored.subjectKind,
      subject_id: stored.subjectId,
      subject_version: stored.subjectVersion,
      type: stored.type,
      at,
      leaf_form: stored.leafForm,
      commitment: stored.commitment,
    };
    const { actorId, body, salt } = stored;
    const row: EventTable = { ...open, sealed: await sealingOf(db).sealEvent(db, open, { actorId, body, salt }) };
    await runShape(db, shapeOf('insert', 'event', row), Object.values(row), () => db.insertInto('event').values(row));
    this.#leaves.push({
      institutionId: stored.institutionId,
      position: stored.position,
      commitment: stored.commitment,
    });
    await project(db, stored);
    return stored;
  }
}

/** The store refused to commit: what the sender has stays with the sender, who tries again. */
function unavailable(error: unknown): ProblemError {
  const problem = new ProblemError('unavailable');
  problem.cause = error;
  return problem;
}
