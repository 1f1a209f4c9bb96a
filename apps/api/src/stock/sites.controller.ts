import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { SiteStocks } from '@wakachi/distributions';
import { GroupNotFound, Groups, RecipientGroup, Site } from '@wakachi/groups';
import { pageOf, type SortColumn } from '../lists/page.js';
import { pageByVoucher } from '../lists/voucher-page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { AlsoFor, Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import {
  CreatedSiteDto,
  MovementPageDto,
  MovementQuery,
  NewSiteDto,
  SiteListDto,
  SiteStockPageDto,
  SiteStockQuery,
  siteDto,
  stockLineDto,
} from './stock.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  // Goods without a date come last.
  effectiveUntil: { sql: "coalesce(lot.effective_until, date '9999-12-31')", type: 'date' },
  name: { sql: 'lot.name', type: 'text' },
};

@ApiTags('団体の在庫 / group stock')
@ApiBearerAuth()
@Controller('api/v1')
export class SitesController {
  constructor(
    private readonly db: Database,
    private readonly groups: Groups,
    private readonly stocks: SiteStocks,
  ) {}

  @Get('groups/:groupId/sites')
  @ApiOperation({ operationId: 'listSites', summary: '団体の置き場 / The sites of a group' })
  @Problems('group-not-found')
  sites(@Who() who: SignedIn, @Id('groupId') groupId: string): Promise<SiteListDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      if (!(await tx.existsBy(RecipientGroup, { id: groupId }))) throw new GroupNotFound(groupId);
      const sites = await tx.find(Site, { where: { groupId }, order: { main: 'DESC', id: 'ASC' } });
      return { items: sites.map(siteDto) };
    });
  }

  @Post('groups/:groupId/sites')
  @ApiOperation({ operationId: 'addSite', summary: '置き場を増やす / Add a site to a group' })
  @Problems('group-not-found')
  async add(@Who() who: SignedIn, @Id('groupId') groupId: string, @Body() { name }: NewSiteDto): Promise<CreatedSiteDto> {
    return { id: await this.groups.addSite(who.networkId, groupId, name, who.personId) };
  }

  @AlsoFor('group-admin', 'volunteer')
  @Get('sites/:siteId/stock')
  @ApiOperation({ operationId: 'listStockAtSite', summary: '置き場の在庫（期限順） / What is at a site, by expiry' })
  @Problems('site-not-found', 'group-not-yours', 'membership-ended')
  stock(@Who() who: SignedIn, @Id('siteId') siteId: string, @Query() query: SiteStockQuery): Promise<SiteStockPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const site = await this.stocks.siteFor(tx, who.personId, siteId);
      const { items, next } = await pageOf(this.stocks.lotsAt(tx, site, query), SORTS, query);
      const units = await this.stocks.unitsAt(
        tx,
        site,
        items.map((lot) => lot.id),
      );
      return { items: items.map((lot) => stockLineDto(lot, units.get(lot.id) as number)), next };
    });
  }

  @AlsoFor('group-admin', 'volunteer')
  @Get('sites/:siteId/movements')
  @ApiOperation({ operationId: 'listMovementsAtSite', summary: '置き場の入出庫 / What came to and left a site' })
  @Problems('site-not-found', 'group-not-yours', 'membership-ended')
  async movements(@Who() who: SignedIn, @Id('siteId') siteId: string, @Query() query: MovementQuery): Promise<MovementPageDto> {
    const { items, next } = await pageByVoucher(query, (page) =>
      this.db.inNetwork(who.networkId, async (tx) => {
        const site = await this.stocks.siteFor(tx, who.personId, siteId);
        return this.stocks.movementsAt(tx, site, { lotId: query.lotId, ...page });
      }),
    );
    return { items: items.map((movement) => ({ ...movement, lines: [...movement.lines] })), next };
  }
}
