import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { GroupNotFound, GroupRegisterImport, Groups, Qualification, RecipientGroup, Site } from '@wakachi/groups';
import type { EntityManager } from 'typeorm';
import { assertUnchanged } from '../edits/etag.js';
import { Edit, IfMatch, Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { FileBody, FileQuery, importFile, TakesFile } from '../imports/file-body.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { containing } from '../lists/search.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import {
  ContactDto,
  GroupListQuery,
  GroupPageDto,
  GroupWithContactDto,
  groupDto,
  groupWithContactDto,
  ImportedGroupsDto,
} from './group.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  code: { sql: 'recipient.code', type: 'text' },
  name: { sql: 'recipient.name', type: 'text' },
  kana: { sql: `coalesce(recipient.kana, recipient.name)`, type: 'text' },
};

@ApiTags('受取団体 / groups')
@ApiBearerAuth()
@Controller('api/v1/groups')
export class GroupsController {
  constructor(
    private readonly db: Database,
    private readonly groups: Groups,
    private readonly register: GroupRegisterImport,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listGroups', summary: '受取団体の一覧 / Groups' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: GroupListQuery): Promise<GroupPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { items, next } = await pageOf(groupsWhere(tx, query), SORTS, query);
      return { items: items.map(groupDto), next };
    });
  }

  @Get(':groupId')
  @Tagged()
  @ApiOperation({ operationId: 'getGroup', summary: '受取団体と連絡先 / One group with its contact' })
  @Problems('group-not-found')
  get(@Who() who: SignedIn, @Id('groupId') groupId: string): Promise<GroupWithContactDto> {
    return this.db.inNetwork(who.networkId, (tx) => withContact(tx, groupId));
  }

  @Post('imports')
  @OncePerKey()
  @TakesFile()
  @ApiOperation({
    operationId: 'importGroups',
    summary: '団体台帳（Excel・CSV）を取り込む / Take a register of groups in, whole or not at all',
  })
  @Problems(
    ...(['import-refused', 'sheet-unreadable', 'already-imported', 'groups-already-registered'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  takeRegister(@Who() who: SignedIn, @FileBody() bytes: Uint8Array, @Query() query: FileQuery): Promise<ImportedGroupsDto> {
    return this.register.import(who.networkId, importFile(bytes, query), who.personId);
  }

  @Patch(':groupId')
  @Edit()
  @ApiOperation({ operationId: 'correctContactOfGroup', summary: '受取団体の連絡先と納品先を直す / Correct how a group is reached' })
  @Problems('group-not-found', 'changed-meanwhile', 'if-match-required')
  correct(
    @Who() who: SignedIn,
    @Id('groupId') groupId: string,
    @IfMatch() ifMatch: string,
    @Body() contact: ContactDto,
  ): Promise<GroupWithContactDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      await this.groups.locked(tx, groupId);
      assertUnchanged(ifMatch, await withContact(tx, groupId));
      await this.groups.correctContact(who.networkId, groupId, contact, who.personId);
      return withContact(tx, groupId);
    });
  }
}

async function withContact(tx: EntityManager, groupId: string): Promise<GroupWithContactDto> {
  const group = await tx.findOneBy(RecipientGroup, { id: groupId });
  if (!group) throw new GroupNotFound(groupId);
  const qualifications = await tx.find(Qualification, { where: { groupId }, order: { kind: 'ASC', id: 'ASC' } });
  return groupWithContactDto(group, await tx.findOneBy(Site, { groupId, main: true }), qualifications);
}

function groupsWhere(tx: EntityManager, { search, prefecture }: GroupListQuery) {
  const query = tx.createQueryBuilder(RecipientGroup, 'recipient');
  if (prefecture !== undefined) query.andWhere('recipient.prefecture = :prefecture', { prefecture });
  if (search !== undefined) {
    const found = ['code', 'name', 'kana'].map((column) => `recipient.${column} ILIKE :search`).join(' OR ');
    query.andWhere(`(${found})`, { search: containing(search) });
  }
  return query;
}
