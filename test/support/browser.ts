/** A real browser: one already on this machine, else the Chromium that comes as a package. */
import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** CHROME_PATH wins, so that a machine can say which one it means. */
const installed: readonly string[] = [
  ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) => (folder ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`] : [])),
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser',
];

/** The package is made for one page in a cloud function: in one process a closed page takes the browser along, without web security nothing would be refused, and no page here draws in three dimensions. */
const unwanted = new Set(['--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security', '--allow-running-insecure-content', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']);

export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath) return chromium.launch({ executablePath, headless: true });
  if (process.platform !== 'linux') throw new Error('No Chrome or Chromium was found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test');
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args.filter((flag) => !unwanted.has(flag)), '--disable-gpu'], headless: true });
};
