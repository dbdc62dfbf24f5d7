/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** The UTC day of an instant as `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The day some days later, or earlier when negative. */
export function shiftDay(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * dayLength);
}

/** Every day from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += dayLength) days.push(dayOf(at));
  return days;
}
