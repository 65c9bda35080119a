import { DataSource } from 'typeorm';
import { openDataSource } from '../../../apps/api/src/database/data-source.js';
import { Transactions } from '../../../apps/api/src/database/transactions.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;
let transactions: Transactions;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await openDataSource({ url: database.url, pool: 6 }, { entities: [], migrations: [] });
  transactions = new Transactions(dataSource);
  await dataSource.query('CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL)');
});
beforeEach(async () => {
  await dataSource.query('TRUNCATE account');
  await dataSource.query('INSERT INTO account VALUES (1, 100), (2, 100)');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const amounts = async (): Promise<number[]> =>
  (await dataSource.query<{ amount: number }[]>('SELECT amount FROM account ORDER BY id')).map((row) => row.amount);

/** Releases everybody when everybody has arrived. */
function barrier(parties: number): () => Promise<void> {
  let waiting = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++waiting === parties) open();
    return opened;
  };
}

/** Moves `amount` while another does the same the other way round: each first holds what the other wants next. */
function transferrer(run: Transactions['inTransaction']) {
  const meet = barrier(2);
  let attempts = 0;
  const transfer = (from: number, to: number) => {
    let first = true;
    return run(async (manager) => {
      attempts++;
      await manager.query('UPDATE account SET amount = amount - 10 WHERE id = $1', [from]);
      if (first) {
        first = false;
        await meet();
      }
      await manager.query('UPDATE account SET amount = amount + 10 WHERE id = $1', [to]);
    });
  };
  return { transfer, attempts: () => attempts };
}

test('a real deadlock is undone by the database and the whole transaction runs again', async () => {
  const { transfer, attempts } = transferrer((work) => transactions.inTransaction(work));
  await Promise.all([transfer(1, 2), transfer(2, 1)]);
  expect(await amounts()).toEqual([100, 100]);
  expect(attempts()).toBe(3);
});

test('without the retry the same two transactions lose one of them', async () => {
  const { transfer } = transferrer((work) => dataSource.transaction(work));
  const results = await Promise.allSettled([transfer(1, 2), transfer(2, 1)]);
  const failed = results.filter((result) => result.status === 'rejected');
  expect(failed.map((result) => result.reason.code)).toEqual(['40P01']);
});

test('a serialization failure runs again as well', async () => {
  const meet = barrier(2);
  let attempts = 0;
  const addHalf = () => {
    let first = true;
    return transactions.inTransaction(async (manager) => {
      attempts++;
      await manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const [row] = await manager.query<{ amount: number }[]>('SELECT amount FROM account WHERE id = 1');
      if (first) {
        first = false;
        await meet();
      }
      await manager.query('UPDATE account SET amount = $1 WHERE id = 1', [row!.amount + 50]);
    });
  };
  await Promise.all([addHalf(), addHalf()]);
  expect((await amounts())[0]).toBe(200);
  expect(attempts).toBe(3);
});

test('any other fault ends the transaction once, and nothing of it stays', async () => {
  let attempts = 0;
  const work = transactions.inTransaction(async (manager) => {
    attempts++;
    await manager.query('UPDATE account SET amount = 0');
    throw new Error('planted');
  });
  await expect(work).rejects.toThrow('planted');
  expect(attempts).toBe(1);
  expect(await amounts()).toEqual([100, 100]);
});

test('a call inside a transaction joins it: the inner one commits with the outer one or not at all', async () => {
  const work = transactions.inTransaction(async (outer) => {
    await transactions.inTransaction(async (inner) => {
      expect(inner).toBe(outer);
      await inner.query('UPDATE account SET amount = 1 WHERE id = 1');
    });
    expect(await transactions.current().query('SELECT amount FROM account WHERE id = 1')).toEqual([{ amount: 1 }]);
    expect((await amounts())[0]).toBe(100);
    throw new Error('planted');
  });
  await expect(work).rejects.toThrow('planted');
  expect(await amounts()).toEqual([100, 100]);
});

test('transactions side by side do not see each other', async () => {
  const managers = await Promise.all(
    Array.from({ length: 5 }, () => transactions.inTransaction(async (manager) => manager)),
  );
  expect(new Set(managers).size).toBe(5);
});
