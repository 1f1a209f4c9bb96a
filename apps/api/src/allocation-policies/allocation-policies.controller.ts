import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { AllocationPolicies, AllocationPolicy } from '@wakachi/rounds';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import {
  AllocationPolicyDto,
  AllocationPolicyListQuery,
  AllocationPolicyPageDto,
  allocationPolicyDto,
  CurrentAllocationPolicyDto,
  currentAllocationPolicyDto,
  NewAllocationPolicyDto,
} from './allocation-policy.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { version: { sql: 'policy.version', type: 'int' } };

@ApiTags('配分方針 / allocation policies')
@ApiBearerAuth()
@Controller('api/v1/allocation-policies')
export class AllocationPoliciesController {
  constructor(
    private readonly db: Database,
    private readonly policies: AllocationPolicies,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAllocationPolicies', summary: '配分方針のすべての版 / Every version of the allocation policy' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: AllocationPolicyListQuery): Promise<AllocationPolicyPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { items, next } = await pageOf(tx.createQueryBuilder(AllocationPolicy, 'policy'), SORTS, query);
      return { items: items.map(allocationPolicyDto), next };
    });
  }

  @Get('current')
  @Tagged()
  @ApiOperation({ operationId: 'getCurrentAllocationPolicy', summary: 'いまの配分方針 / What new rounds are opened under' })
  @Problems()
  async current(@Who() who: SignedIn): Promise<CurrentAllocationPolicyDto> {
    return currentAllocationPolicyDto(await this.policies.current(who.networkId));
  }

  @Post()
  @OncePerKey()
  @ApiOperation({
    operationId: 'decideAllocationPolicy',
    summary: '配分方針を決める。開いている配分回は変わらない / Decide a new version; rounds that are open keep theirs',
  })
  @Problems('idempotency-conflict', 'idempotency-key-required')
  async decide(@Who() who: SignedIn, @Body() { reason, ...terms }: NewAllocationPolicyDto): Promise<AllocationPolicyDto> {
    return allocationPolicyDto(await this.policies.decide(who.networkId, terms, reason, who.personId));
  }
}
