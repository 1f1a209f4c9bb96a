import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Network, Person, type Role } from '@wakachi/access';
import { Database } from '@wakachi/database';
import { Problems } from '../openapi/problems.js';
import { NotSignedIn, UnknownPerson } from './errors.js';
import { EVERYBODY } from './roles.js';
import { SessionDto, SignedInDto, SignInDto } from './sign-in.dto.js';
import { issueToken, type SignedIn } from './sign-in-token.js';
import { AlsoFor, OpenToAll, Who } from './signed-in.guard.js';

/** Without a password, for trying out only: the module refuses to start in production. */
@ApiTags('サインイン / sign-in')
@Controller('api/v1')
export class SignInController {
  constructor(private readonly db: Database) {}

  @OpenToAll()
  @Post('sessions')
  @ApiOperation({ operationId: 'signIn', summary: 'サインインする（開発用、パスワードなし） / Sign in (development only)', security: [] })
  @Problems('unknown-person')
  async signIn(@Body() { email }: SignInDto): Promise<SignedInDto> {
    const [member] = await this.db.inNoNetwork((tx) =>
      tx.query<{ network_id: string; person_id: string; role: Role }[]>('SELECT network_id, person_id, role FROM sign_in_memberships($1)', [
        email,
      ]),
    );
    if (!member) throw new UnknownPerson();
    const who = { networkId: member.network_id, personId: member.person_id, role: member.role };
    return { token: issueToken(who, new Date()), role: who.role };
  }

  @AlsoFor(...EVERYBODY)
  @ApiBearerAuth()
  @Get('session')
  @ApiOperation({ operationId: 'getSession', summary: 'だれとしてサインインしているか / Who is signed in' })
  @Problems()
  session(@Who() who: SignedIn): Promise<SessionDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const network = await tx.findOneByOrFail(Network, { id: who.networkId });
      const person = await tx.findOneBy(Person, { id: who.personId, active: true });
      if (!person) throw new NotSignedIn();
      const { displayName, email, role } = person;
      return { networkId: network.id, networkName: network.name, personId: person.id, displayName, email, role };
    });
  }
}
