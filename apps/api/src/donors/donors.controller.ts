import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Donor, DonorNotFound, Donors } from '@wakachi/donations';
import { assertUnchanged } from '../edits/etag.js';
import { Edit, IfMatch, Tagged } from '../edits/if-match.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { containing } from '../lists/search.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { DonorDto, DonorListQuery, DonorPageDto, donorDto, NewDonorDto } from './donor.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { name: { sql: 'donor.name', type: 'text' } };

@ApiTags('寄贈企業 / donors')
@ApiBearerAuth()
@Controller('api/v1/donors')
export class DonorsController {
  constructor(
    private readonly db: Database,
    private readonly donors: Donors,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDonors', summary: '寄贈企業の一覧 / Donors' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: DonorListQuery): Promise<DonorPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const donors = tx.createQueryBuilder(Donor, 'donor');
      if (query.search !== undefined) donors.where('donor.name ILIKE :search', { search: containing(query.search) });
      const { items, next } = await pageOf(donors, SORTS, query);
      return { items: items.map(donorDto), next };
    });
  }

  @Get(':donorId')
  @Tagged()
  @ApiOperation({ operationId: 'getDonor', summary: '寄贈企業 / One donor' })
  @Problems('donor-not-found')
  get(@Who() who: SignedIn, @Id('donorId') donorId: string): Promise<DonorDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const donor = await tx.findOneBy(Donor, { id: donorId });
      if (!donor) throw new DonorNotFound(donorId);
      return donorDto(donor);
    });
  }

  @Post()
  @Tagged()
  @ApiOperation({ operationId: 'registerDonor', summary: '寄贈企業を登録する / Register a donor' })
  @Problems('donor-name-taken')
  async register(@Who() who: SignedIn, @Body() { name }: NewDonorDto): Promise<DonorDto> {
    return donorDto(await this.donors.register(who.networkId, name, who.personId));
  }

  @Patch(':donorId')
  @Edit()
  @ApiOperation({ operationId: 'renameDonor', summary: '寄贈企業の名前を直す / Rename a donor' })
  @Problems('donor-not-found', 'donor-name-taken', 'changed-meanwhile', 'if-match-required')
  rename(
    @Who() who: SignedIn,
    @Id('donorId') donorId: string,
    @IfMatch() ifMatch: string,
    @Body() { name }: NewDonorDto,
  ): Promise<DonorDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      assertUnchanged(ifMatch, donorDto(await this.donors.locked(tx, donorId)));
      return donorDto(await this.donors.rename(who.networkId, donorId, name, who.personId));
    });
  }
}
