import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const ABOUT = `わかちの HTTP API。書き方の約束は docs/api.md にあります。

The HTTP API of Wakachi. Its conventions are in docs/api.md.`;

export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('わかち / Wakachi')
    .setDescription(ABOUT)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'POST /api/v1/sessions の token / the token from POST /api/v1/sessions' })
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
}

/** The document at /api/openapi.json and the page that shows it at /api/docs; it is made when it is first asked for. */
export function serveDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}
