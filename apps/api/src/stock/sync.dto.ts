import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Uuid, Whole } from '../validation/fields.js';
import { COMMAND_CLASSES, type CommandType } from './command.dto.js';

/** What a phone gathers in a long day offline stays far below it. */
const MOST_COMMANDS = 1_000;

/** Around each command: its place in the device's row, and which type it is. */
export class EnvelopeDto {
  /** 端末ごとの通し番号、1 から / 1, 2, 3 … as this device recorded them */
  @Whole(1)
  sequence: number;
}

const TYPES = Object.keys(COMMAND_CLASSES) as CommandType[];

const variants = TYPES.map((type) => ({
  allOf: [
    { type: 'object', required: ['type'], properties: { type: { type: 'string', enum: [type] } } },
    { $ref: getSchemaPath(EnvelopeDto) },
    { $ref: getSchemaPath(COMMAND_CLASSES[type]) },
  ],
}));

/** Each command is held to its own class later: one that is malformed must not stop the others. */
const Commands = () =>
  applyDecorators(
    ApiProperty({ type: 'array', minItems: 1, maxItems: MOST_COMMANDS, items: { oneOf: variants } }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_COMMANDS),
  );

@ApiExtraModels(EnvelopeDto, ...Object.values(COMMAND_CLASSES))
export class BatchDto {
  /** 端末が最初に一度だけ作る / made once by the device */
  @Uuid()
  deviceId: string;

  @Commands()
  commands: unknown[];
}

export function isCommandType(value: unknown): value is CommandType {
  return TYPES.includes(value as CommandType);
}
