import type { SentCommand } from '@wakachi/distributions';
import type { Fault } from '../problems/errors.js';
import { faultsOf } from '../validation/faults-of.js';
import { sentence } from '../validation/sentences.js';
import { heldTo } from '../validation/strict.pipe.js';
import { COMMAND_CLASSES, commandOf } from './command.dto.js';
import { EnvelopeDto, isCommandType } from './sync.dto.js';

export type Read =
  | { readonly ok: true; readonly sent: SentCommand }
  | { readonly ok: false; readonly id: string | null; readonly faults: Fault[] };

const place = (pointer: string) => ({ pointer });

/** One command of a batch, or where it breaks its rules; pointers are inside the command. */
export async function readCommand(value: unknown): Promise<Read> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad(null, [{ pointer: '', text: sentence('body') }]);
  const { type, sequence, ...fields } = value as Record<string, unknown>;
  const id = typeof fields['id'] === 'string' ? fields['id'] : null;
  if (!isCommandType(type)) return bad(id, [{ pointer: '/type', text: sentence('isIn', [Object.keys(COMMAND_CLASSES)]) }]);
  const envelope = await heldTo(EnvelopeDto, { sequence });
  const command = await heldTo<InstanceType<(typeof COMMAND_CLASSES)[typeof type]>>(COMMAND_CLASSES[type], fields);
  const errors = [...envelope.errors, ...command.errors];
  if (errors.length > 0) return bad(id, faultsOf(errors, place));
  return { ok: true, sent: { sequence: envelope.instance.sequence, command: commandOf(type, command.instance) } };
}

function bad(id: string | null, faults: Fault[]): Read {
  return { ok: false, id, faults };
}
