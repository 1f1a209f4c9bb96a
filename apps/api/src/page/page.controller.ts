import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../sign-in/signed-in.guard.js';
import { PAGE } from './page.js';
import { SCRIPT } from './script.js';

/** A plain page that shows one round; the web app is to come. */
@ApiExcludeController()
@Controller()
export class PageController {
  @OpenToAll()
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'self'; style-src 'unsafe-inline'; script-src 'self'; frame-ancestors 'none'")
  page(): string {
    return PAGE;
  }

  @OpenToAll()
  @Get('page.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return SCRIPT;
  }
}
