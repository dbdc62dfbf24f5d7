import {z} from 'zod';

/*
 * What this company asks of the API's answers, and no more: a schema drops every field it does not name, so nothing
 * reaches the browser that the page does not show. Field names are the API's.
 */

const amount = z.number();
const lastFour = (number: string): string => number.replaceAll(/\W/g, '').slice(-4);

export const linkSchema = z.object({
  id: z.uuid(),
  institution: z.string(),
  status: z.string(),
  access_mode: z.string().nullable(),
  created_at: z.string(),
});

export const accountSchema = z.object({
  id: z.string(),
  category: z.string().nullable(),
  balance_type: z.string().nullable(),
  type: z.string().nullable(),
  name: z.string(),
  /** The last four characters: enough to recognise an account, useless to anyone else. */
  number: z.string().transform(lastFour).nullable(),
  currency: z.string(),
  balance: z.object({available: amount.nullable(), current: amount.nullable()}),
});

export const ownerSchema = z.object({
  id: z.string(),
  display_name: z.string().nullable(),
  email: z.string().nullable(),
  phone_number: z.string().nullable(),
});

export const transactionSchema = z.object({
  id: z.string(),
  account: z.object({id: z.string()}),
  value_date: z.string(),
  amount,
  currency: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  type: z.enum(['INFLOW', 'OUTFLOW']).nullable(),
  status: z.string().nullable(),
});

export const tokenPairSchema = z.object({access: z.string()});

/** One page of a list; `next` is the address of the following one. */
export const pageSchema = z.object({next: z.string().nullable(), results: z.array(z.unknown())});

/** A person's permission to read one bank. */
export type Link = z.output<typeof linkSchema>;
/** An account; its number is reduced to the last four characters. */
export type Account = z.output<typeof accountSchema>;
/** Who the bank says the accounts belong to. */
export type Owner = z.output<typeof ownerSchema>;
/** A movement; the amount is positive, `type` tells the direction, `value_date` is `YYYY-MM-DD`. */
export type Transaction = z.output<typeof transactionSchema>;

/** Everything read with one link. Transactions come newest first. */
export interface LinkData {
  accounts: Account[];
  owners: Owner[];
  transactions: Transaction[];
}
