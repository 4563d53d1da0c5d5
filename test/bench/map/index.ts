/** The map of outlets at the speed of a phone: two thousand gathered into bubbles against two thousand drawn one by one, in a browser whose processor is slowed down. */
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'sass';
import { gather } from '../../../domain/bubbles';
import { metresPerPixel, room } from '../../../src/components/ClusterMap/sight';
import { launchBrowser } from '../../support/browser';
import { foundPoints, manyPoints } from '../../support/manyPoints';
import { each, median, type Line } from '../measure';
import type { Turn } from './page';

const root = resolve(__dirname, '../../..');
const rounds = 5;

/** One page with the app's code and look, nothing to load. */
const pageOf = async (): Promise<string> => {
  const { outputFiles } = await build({ entryPoints: [join(__dirname, 'page.ts')], bundle: true, write: false, minify: true, format: 'iife', outdir: 'page', loader: { '.png': 'dataurl' }, target: 'es2020' });
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))!.text;
  const look = ['styles/tokens', 'components/OutletMap/index', 'components/ClusterMap/index'].map((file) => compile(join(root, 'src', `${file}.scss`)).css).join('');
  return `<!doctype html><meta charset="utf-8"><style>${text('.css')}${look}</style><body class="lz"><div class="lz-map"></div><script>${text('.js')}</script>`;
};

export const benchMap = async (count: number): Promise<Line[]> => {
  const browser = await launchBrowser();
  try {
    const html = await pageOf();
    const points = manyPoints(count);
    const found = foundPoints(points, false);
    const reply = JSON.stringify(found);
    const whole = JSON.stringify(points);
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    await page.setContent(html);
    const session = await page.context().newCDPSession(page);
    const lines: Line[] = [];
    for (const slower of [4, 6]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const seen: Record<'gathered' | 'circles' | 'icons', Turn[]> = { gathered: [], circles: [], icons: [] };
      for (let round = 0; round <= rounds; round += 1) {
        for (const way of ['gathered', 'circles', 'icons'] as const) {
          const turn = await page.evaluate(([one, text]) => (window as unknown as { turn(way: string, text: string): Promise<Turn> }).turn(one, text), [way, reply] as const);
          if (round > 0) seen[way].push(turn);
        }
      }
      const of = (way: keyof typeof seen, what: keyof Turn) => median(seen[way].map((turn) => turn[what]));
      for (const [what, name] of [['stands', 'until it stands'], ['zoom', 'one zoom, its animation aside']] as const) {
        const [gathered, circles, icons] = (['gathered', 'circles', 'icons'] as const).map((way) => of(way, what)) as [number, number, number];
        lines.push({
          what: `map of ${count.toLocaleString('en')} outlets, processor ${slower} × slower, ${name}`,
          measured: `${gathered.toFixed(0)} ms; one by one as circles ${circles.toFixed(0)} ms = ${(circles / gathered).toFixed(1)} ×, as marks ${icons.toFixed(0)} ms = ${(icons / gathered).toFixed(1)} ×`, budget: 'reported', kept: null,
        });
      }
      if (slower === 6) lines.push({ what: 'elements in the document: gathered / circles / marks', measured: `${of('gathered', 'elements')} / ${of('circles', 'elements')} / ${of('icons', 'elements')}`, budget: 'reported', kept: null });
    }
    const reach = room(false) * metresPerPixel(14.5, found.origin.point.lat);
    lines.push({ what: `gathering ${count.toLocaleString('en')} once, this processor`, measured: `${(await each(50, async () => gather(points, reach))).toFixed(1)} ms`, budget: 'reported', kept: null });
    lines.push({ what: `what the phone is sent for ${count.toLocaleString('en')}`, measured: `${(Buffer.byteLength(reply) / 1024).toFixed(0)} KB; the same as plain objects ${(Buffer.byteLength(whole) / 1024).toFixed(0)} KB`, budget: '≤ 200 KB', kept: Buffer.byteLength(reply) <= 200 * 1024 });
    return lines;
  } finally {
    await browser.close();
  }
};
