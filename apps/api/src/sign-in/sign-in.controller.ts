import { Body, Controller, Post } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { DomainError } from '@wakachi/kernel';
import { IsEmail } from 'class-validator';
import { messages } from './messages.js';
import { issueToken } from './sign-in-token.js';
import { OpenToAll } from './signed-in.guard.js';

class UnknownPerson extends DomainError {
  constructor() {
    super('unknown-person', 'unauthenticated', messages('unknown-person'));
  }
}

class SignIn {
  @IsEmail()
  email: string;
}

/** Without a password, for trying out only: the module refuses to start in production. */
@Controller('api/v1/sessions')
export class SignInController {
  constructor(private readonly db: Database) {}

  @OpenToAll()
  @Post()
  async signIn(@Body() { email }: SignIn) {
    const [member] = await this.db.inNoNetwork((tx) =>
      tx.query<{ network_id: string; person_id: string; role: string }[]>(
        'SELECT network_id, person_id, role FROM sign_in_memberships($1)',
        [email],
      ),
    );
    if (!member) throw new UnknownPerson();
    const who = { networkId: member.network_id, personId: member.person_id, role: member.role };
    return { token: issueToken(who, new Date()), role: who.role };
  }
}
