/**
 * A phone in the browser: 390 × 844, Chinese. It writes down what the page complains about and whom it calls,
 * and after each test fails if there was anything: an error in the console, or one request to another host.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser';

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Actions asked for so far (`survey.home` …), in order; sessions are not among them. */
  readonly actions: readonly string[];
  /** The test takes the network or the server away: what the browser says about failed requests is expected. */
  expectFailedRequests(): void;
  /** With LZ_SCREENS=1 a picture of what is seen, kept under artifacts/screens. */
  shoot(name: string): Promise<void>;
}

export interface Phones { open(link: string, options?: BrowserContextOptions): Promise<Phone> }

const screens = resolve(__dirname, '../../artifacts/screens');
const patience = 15_000;

/** Launches a browser before the file's tests. Phones are closed after each test, and judged. */
export const withPhones = (): Phones => {
  let browser: Browser | null = null;
  let open: { context: BrowserContext; complaints: string[] }[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    const complaints = open.flatMap((phone) => phone.complaints);
    await Promise.all(open.map(({ context }) => context.close()));
    open = [];
    expect(complaints).toEqual([]);
  });
  return {
    async open(link, options) {
      const context = await browser!.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, isMobile: true, ...options });
      context.setDefaultTimeout(patience);
      const { host } = new URL(link);
      const complaints: string[] = [];
      const actions: string[] = [];
      let mayFail = false;
      open.push({ context, complaints });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:/.test(url.protocol) && url.host !== host) complaints.push(`asked another host: ${url.href}`);
        if (url.pathname.startsWith('/api/') && url.pathname !== '/api/session') actions.push(`${url.pathname.slice(5)}.${(request.postDataJSON() as { action: string }).action}`);
      });
      context.on('weberror', (error) => complaints.push(`threw: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        if (mayFail && message.text().startsWith('Failed to load resource')) return;
        complaints.push(`console: ${message.text()}`);
      });
      const page = await context.newPage();
      await page.goto(link);
      // who the browser is has to be known before a test goes on to another page, or it arrives there as a stranger
      if (new URL(link).searchParams.has('cast')) await page.waitForFunction(() => Object.keys(localStorage).some((key) => /session$/.test(key)));
      return {
        page, context, actions,
        expectFailedRequests: () => { mayFail = true; },
        async shoot(name) {
          if (!process.env.LZ_SCREENS) return; // nobody looks at those of an ordinary run, and each costs a second
          mkdirSync(screens, { recursive: true });
          await page.screenshot({ path: join(screens, `${name}.png`) });
        },
      };
    },
  };
};
