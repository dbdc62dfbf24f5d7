import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Account, Transaction} from '../../demo/belvo-data.js';
import {balanceSeries} from '../../demo/page/balance-series.js';

const today = '2026-03-02';

function account(id: string, current: number | null, change: Partial<Account> = {}): Account {
  return {
    id,
    category: 'CHECKING_ACCOUNT',
    balance_type: 'ASSET',
    type: null,
    name: id,
    number: null,
    currency: 'MXN',
    balance: {available: current, current},
    ...change,
  };
}

function movement(day: string, amount: number, change: Partial<Transaction> = {}): Transaction {
  return {
    id: `${day} ${amount}`,
    account: {id: 'a'},
    value_date: day,
    amount: Math.abs(amount),
    currency: 'MXN',
    description: null,
    category: null,
    type: amount < 0 ? 'OUTFLOW' : 'INFLOW',
    status: 'PROCESSED',
    ...change,
  };
}

describe('the balance of the last days', () => {
  it('ends with what the accounts hold and goes back through what came and went', () => {
    const moves = [movement('2026-03-02', -30), movement('2026-02-28', 100)];
    const series = balanceSeries([account('a', 500)], moves, today, 4);
    assert.deepEqual(series, {
      currency: 'MXN',
      days: [
        {day: '2026-02-27', balance: 430},
        {day: '2026-02-28', balance: 530},
        {day: '2026-03-01', balance: 530},
        {day: '2026-03-02', balance: 500},
      ],
      inflow: 100,
      outflow: 30,
    });
  });

  it('leaves out debts, pending movements, other currencies and older days', () => {
    const accounts = [
      account('a', 500),
      account('b', 20),
      account('card', 900, {balance_type: 'LIABILITY'}),
      account('dollars', 7, {currency: 'USD'}),
    ];
    const moves = [
      movement('2026-03-01', -30, {account: {id: 'card'}}),
      movement('2026-03-01', 5, {account: {id: 'dollars'}, currency: 'USD'}),
      movement('2026-03-01', -10, {status: 'PENDING'}),
      movement('2026-01-01', -99),
    ];
    const series = balanceSeries(accounts, moves, today, 3);
    assert.deepEqual(
      series?.days.map(({balance}) => balance),
      [520, 520, 520],
    );
    assert.deepEqual([series?.inflow, series?.outflow], [0, 0]);
  });

  it('is missing when there is no account with money of one’s own', () => {
    assert.equal(balanceSeries([], [], today), null);
    const card = account('card', 900, {balance_type: 'LIABILITY'});
    assert.equal(balanceSeries([card], [], today), null);
  });

  it('differs between first and last evening by what moved in between', () => {
    const cents = fc.integer({min: -1_000_000, max: 1_000_000});
    const days = fc.constantFrom('2026-02-25', '2026-02-27', '2026-03-01', '2026-03-02');
    fc.assert(
      fc.property(cents, fc.array(fc.tuple(days, cents)), (balance, moves) => {
        const series = balanceSeries(
          [account('a', balance / 100)],
          moves.map(([day, amount]) => movement(day, amount / 100)),
          today,
          7,
        );
        const first = series?.days[0]?.balance ?? NaN;
        const moved = moves.reduce((sum, [, amount]) => sum + amount, 0);
        assert.equal(Math.round(first * 100), balance - moved);
      }),
    );
  });
});
