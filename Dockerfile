FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Not `npm ci`: it wants the binaries of every platform, and the lock may lack some.
RUN npm install --no-fund --no-audit
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY bin ./bin
COPY libs ./libs
COPY apps ./apps
# A container has a PostgreSQL beside it: the embedded one, which is optional to npm, goes with the tools.
RUN node bin/build.mjs && npm prune --omit=dev --omit=optional --no-fund --no-audit

FROM node:22-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
