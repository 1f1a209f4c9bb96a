import { ApiProperty } from '@nestjs/swagger';
import type { Role } from '@wakachi/access';
import { Email } from '../validation/fields.js';
import { EVERYBODY } from './roles.js';

export class SignInDto {
  /** 大文字小文字は区別しません / upper and lower case are the same */
  @Email()
  email: string;
}

export class SignedInDto {
  /** Authorization: Bearer … */
  token: string;

  @ApiProperty({ enum: EVERYBODY })
  role: Role;
}

export class SessionDto {
  networkId: string;
  networkName: string;
  personId: string;
  displayName: string;
  email: string;

  @ApiProperty({ enum: EVERYBODY })
  role: Role;
}
