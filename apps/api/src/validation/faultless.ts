import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Rule = (value: unknown, object: object) => boolean;

interface Field {
  readonly name: string;
  /** When any of them does not hold, the rules are not asked. */
  readonly conditions: readonly Rule[];
  readonly rules: readonly Rule[];
}

/** Null: a class with no rules, or with rules of a kind that is not known here. */
type Shape = { readonly names: ReadonlySet<string>; readonly fields: readonly Field[] } | null;

const shapes = new WeakMap<object, Shape>();

/**
 * Whether an instance breaks none of its class's rules. The rules are class-validator's own, sorted once per class instead of for
 * every request. `false` only says that nobody knows: then class-validator is asked, which also says what is wrong and where.
 */
export function isFaultless(instance: object): boolean {
  const shape = shapeOf(instance.constructor);
  if (shape === null || !Object.keys(instance).every((name) => shape.names.has(name))) return false;
  return shape.fields.every(({ name, conditions, rules }) => {
    const value = (instance as Record<string, unknown>)[name];
    return !conditions.every((holds) => holds(value, instance)) || rules.every((rule) => rule(value, instance));
  });
}

function shapeOf(type: unknown): Shape {
  if (typeof type !== 'function') return null;
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const shape = readShape(type);
  shapes.set(type, shape);
  return shape;
}

function readShape(type: object): Shape {
  const metadatas = getMetadataStorage().getTargetValidationMetadatas(type as () => unknown, '', false, false);
  if (metadatas.length === 0 || !metadatas.every(isKnown)) return null;
  const names = new Set(metadatas.map(({ propertyName }) => propertyName));
  const fields = [...names].map((name) => {
    const own = metadatas.filter(({ propertyName }) => propertyName === name);
    const [conditions, others] = [own.filter(isCondition), own.filter((metadata) => !isCondition(metadata))];
    return { name, conditions: conditions.map(conditionOf), rules: others.flatMap(rulesOf) };
  });
  return { names, fields };
}

function isKnown({ type, each, groups, validateIf }: Metadata): boolean {
  if ((groups?.length ?? 0) > 0 || validateIf) return false;
  if (type === ValidationTypes.CUSTOM_VALIDATION) return !each;
  return type === ValidationTypes.NESTED_VALIDATION || type === ValidationTypes.CONDITIONAL_VALIDATION;
}

function isCondition({ type }: Metadata): boolean {
  return type === ValidationTypes.CONDITIONAL_VALIDATION;
}

function conditionOf({ constraints }: Metadata): Rule {
  const holds = constraints[0] as (object: object, value: unknown) => boolean;
  return (value, object) => holds(object, value);
}

function rulesOf({ type, constraintCls, constraints, propertyName }: Metadata): Rule[] {
  if (type === ValidationTypes.NESTED_VALIDATION) return [isNestedFaultless];
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => (value, object) => {
      const asked = { value, object, constraints, property: propertyName, targetName: object.constructor.name };
      // A promise, the answer of a rule that has to wait, is not true either.
      return instance.validate(value, asked) === true;
    });
}

function isNestedFaultless(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((entry) => !Array.isArray(entry) && isNestedFaultless(entry));
  return typeof value === 'object' && value !== null && isFaultless(value);
}
