import type * as Doctor from './doctor.js';
import {isConnectError, type Failure} from './errors.js';

type CheckedProperty = keyof typeof Doctor.accepted;

/**
 * Tells the developer which properties hold something unusable, but for those in `told`, to which it adds them. This
 * module has the only words in the console.
 */
export async function tellProperties(
  properties: readonly CheckedProperty[],
  told: Set<CheckedProperty>,
): Promise<void> {
  const doctor = await fetchDoctor();
  for (const property of properties) {
    if (!told.has(property)) tell('warn', doctor?.explainProperty(property) ?? property);
    told.add(property);
  }
}

/** Tells the developer of a failure that the page, not the person, can mend. */
export async function tellFailure(failure: Failure): Promise<void> {
  const doctor = await fetchDoctor();
  const sentence = doctor ? doctor.diagnose(failure) : failure.code;
  if (sentence !== null) tell('error', sentence);
}

function tell(level: 'warn' | 'error', sentence: string): void {
  console[level](`<belvo-connect> ${sentence}`);
}

/** The sentences, which may not come when the network is what failed. */
async function fetchDoctor(): Promise<typeof Doctor | null> {
  try {
    return await import('./doctor.js');
  } catch {
    return null;
  }
}

/** Where a bug goes when the page does not say otherwise. */
export function reportBug(error: unknown): void {
  if (!isConnectError(error)) console.error('<belvo-connect>', error);
}
