import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Absent browsers fail in CI and are loud elsewhere. */
const available = existsSync(CHROMIUM);
if (!available && process.env['CI']) throw new Error(`No browser at ${CHROMIUM}: set CHROMIUM.`);
const inBrowser = available ? describe : describe.skip;
if (!available) console.warn(`!! The browser tests did NOT run: no browser at ${CHROMIUM} (set CHROMIUM).`);

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

inBrowser('the page of a round', () => {
  let server: ChildProcess;
  let home: string;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'wakachi-browser-'));
    await chmod(home, 0o755);
    server = spawn(process.execPath, ['bin/start.mjs', 'standalone', '--port', '0'], {
      env: { ...process.env, WAKACHI_HOME: home, DATABASE_URL: '', REDIS_URL: '' },
    });
    url = await new Promise<string>((resolve, reject) => {
      let out = '';
      server.stdout?.on('data', (chunk) => {
        out += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
        if (found) resolve(found[0]);
      });
      server.once('exit', (code) => reject(new Error(`ended with ${code}: ${out}`)));
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
    await rm(home, { recursive: true, force: true });
  }, 60_000);

  it.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('shows where every unit is, on a %s, without scrolling sideways', async (size) => {
    const page = await browser.newPage({ viewport: SIZES[size] });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(url);
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByText('帳簿は1点も過不足なく合っています').waitFor();
    await expect(page.locator('.tile', { hasText: '寄贈申出' }).locator('b').textContent()).resolves.toBe('259,847');
    const tiles = await page.locator('.tile b').allTextContents();
    const [offered, ...places] = tiles.map((text) => Number(text.replaceAll(',', '')));
    expect(places.reduce((sum, units) => sum + units, 0)).toBe(offered);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    expect(problems).toEqual([]);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], `round-${size}.png`), fullPage: true });
    await page.close();
  });

  it('tells a stranger in Japanese that nobody has this address', async () => {
    const page = await browser.newPage({ viewport: SIZES.phone });
    await page.goto(url);
    await page.getByLabel('メールアドレス（お試し用）').fill('stranger@example.com');
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByText('このメールアドレスの利用者はいません。').waitFor();
    await page.close();
  });
});
