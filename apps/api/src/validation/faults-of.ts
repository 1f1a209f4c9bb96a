import { pointerStep } from '@wakachi/kernel';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Fault } from '../problems/errors.js';
import { sentence } from './sentences.js';

type Place = (pointer: string) => { readonly pointer: string } | { readonly parameter: string };

/** One fault per faulty field, in our own words: the first that a person would mend. */
export function faultsOf(errors: readonly ValidationError[], place: Place, at = ''): Fault[] {
  return errors.flatMap((error) => {
    const pointer = pointerStep(at, error.property);
    if (error.children?.length) return faultsOf(error.children, place, pointer);
    return [{ ...place(pointer), text: textOf(error) }];
  });
}

function textOf(error: ValidationError) {
  const names = Object.keys(error.constraints ?? {});
  if (names.includes('whitelistValidation')) return sentence('whitelistValidation');
  if (error.value === undefined) return sentence('missing');
  const [name, bounds] = firstOf(names, error);
  return sentence(name, bounds);
}

/** The rules stand in the class in the order in which they make sense: first its type, then its bounds. */
function firstOf(names: readonly string[], { target, property }: ValidationError): [string, unknown[]] {
  const rules = target ? getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false) : [];
  const broken = rules.filter((rule) => rule.propertyName === property && rule.name !== undefined && names.includes(rule.name));
  const rule = broken.sort((a, b) => rank(a.name) - rank(b.name))[0];
  return rule ? [rule.name as string, rule.constraints ?? []] : [names[0] ?? 'other', []];
}

function rank(name: string | undefined): number {
  return name !== undefined && /^is(?!NotBlank|Printable|Length)|^array/.test(name) ? 0 : 1;
}
