/**
 * Executes the built mini-program: miniprogram-simulate renders WXML compiled by WeChat's own old compiler,
 * `wx` is ours, and `wx.cloud.callFunction` goes to a real server. No layout, no native components, no
 * device: what is proven is that the built code runs, renders, reacts and speaks to the functions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-require-imports -- the simulator has no types, and its files must be required in an order */
const simulate: any = require('miniprogram-simulate');
const exparser: any = require('miniprogram-exparser');

type CloudCall = (name: string, data: unknown) => Promise<unknown>;

export interface OpenPage {
  readonly route: string;
  text(): string;
  /** The innermost element whose text has this. */
  withText(text: string | RegExp): Element | null;
  /** The innermost of each group of elements whose whole text is this: every row of that name. */
  allNamed(text: string): Element[];
  tap(what: string | RegExp | Element): void;
  type(placeholderOrLabel: string, value: string): void;
  find(selector: string): Element | null;
  fire(element: Element, type: string, detail?: object): void;
}

export interface MiniProgram {
  open(route: string, query?: Record<string, string>): OpenPage;
  current(): OpenPage;
  back(): void;
  /** What `wx` was asked to do: [name, argument]. */
  readonly calls: readonly (readonly [string, unknown])[];
  readonly storage: Map<string, unknown>;
  readonly errors: string[];
  setOnline(online: boolean): void;
}

export const built = join(__dirname, '../../dist/weapp');
export const appJson = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8')) as { pages: string[]; subPackages?: { root: string; pages: string[] }[] };
export const routes = [...appJson.pages, ...(appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];

export const until = async <T>(what: () => T | null | undefined | false, timeout = 8000): Promise<T> => {
  const end = Date.now() + timeout;
  for (;;) {
    const value = what();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what.toString().slice(0, 120)}`);
    await simulate.sleep(25);
  }
};

const screen = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, statusBarHeight: 47, pixelRatio: 3, safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 } };
const system = { ...screen, SDKVersion: '3.7.0', version: '8.0.50', platform: 'ios', system: 'iOS 17', model: 'iPhone', brand: 'Apple', language: 'zh_CN', fontSizeSetting: 16, theme: 'light' };

export const launch = (callFunction: CloudCall): MiniProgram => {
  const calls: [string, unknown][] = [];
  const errors: string[] = [];
  const storage = new Map<string, unknown>();
  const stack: (OpenPage & { instance: any; close(): void })[] = [];
  const loaded: Record<string, string> = {};
  let online = true;
  const networkListeners: ((state: { isConnected: boolean; networkType: string }) => void)[] = [];
  const world = globalThis as any;
  const say = () => system;

  /** Callbacks and promise at once, as `wx` has them. */
  const answering = (name: string, work: (options: any) => unknown) => (options: any = {}) => {
    calls.push([name, options.url ?? options]);
    return Promise.resolve().then(() => work(options)).then(
      (value) => { const result = { errMsg: `${name}:ok`, ...(value as object) }; options.success?.(result); options.complete?.(result); return result; },
      (error: Error) => { const result = { errMsg: `${name}:fail ${error.message}` }; options.fail?.(result); options.complete?.(result); if (!options.fail && !options.success) throw new Error(result.errMsg); return result; },
    );
  };
  const goTo = (kind: string) => answering(kind, ({ url }: { url: string }) => {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?');
    if (!routes.includes(path)) throw new Error(`page "${path}" is not in app.json`);
    if (kind === 'navigateTo') stack.at(-1)?.instance.onHide?.();
    else if (kind === 'redirectTo') stack.pop()?.close();
    else while (stack.length > 0) stack.pop()!.close();
    open(path, Object.fromEntries(new URLSearchParams(query)));
    return {};
  });
  const back = () => {
    stack.pop()?.close();
    stack.at(-1)?.instance.onShow?.();
  };
  const selectorQuery = () => {
    const callbacks: any[] = [];
    const query: any = {};
    const rect = { left: 0, top: 0, right: 390, bottom: 44, width: 390, height: 44, scrollTop: 0, scrollLeft: 0, scrollHeight: 44, scrollWidth: 390 };
    const node = Object.fromEntries(['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context'].map((name) => [name, (...args: any[]) => { callbacks.push(args.find((arg) => typeof arg === 'function')); return query; }]));
    return Object.assign(query, { in: () => query, select: () => node, selectAll: () => node, selectViewport: () => node, exec: (done?: (r: unknown[]) => void) => setTimeout(() => { callbacks.forEach((callback) => callback?.(rect)); done?.(callbacks.map(() => rect)); }, 0) });
  };

  Object.assign(world.wx, {
    getSystemInfoSync: say, getWindowInfo: say, getDeviceInfo: say, getAppBaseInfo: say, getSystemSetting: say, getAppAuthorizeSetting: say,
    getLaunchOptionsSync: () => ({ path: appJson.pages[0], query: {}, scene: 1001 }), getEnterOptionsSync: () => ({ path: appJson.pages[0], query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    canIUse: () => true, nextTick: (work: () => void) => setTimeout(work, 0), createSelectorQuery: selectorQuery,
    navigateTo: goTo('navigateTo'), redirectTo: goTo('redirectTo'), switchTab: goTo('switchTab'), reLaunch: goTo('reLaunch'), navigateBack: answering('navigateBack', back),
    setStorageSync: (key: string, value: unknown) => { storage.set(key, value); }, getStorageSync: (key: string) => storage.get(key) ?? '', removeStorageSync: (key: string) => { storage.delete(key); },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }), clearStorageSync: () => { storage.clear(); },
    getNetworkType: answering('getNetworkType', () => ({ networkType: online ? 'wifi' : 'none' })),
    onNetworkStatusChange: (listener: (typeof networkListeners)[number]) => { networkListeners.push(listener); }, offNetworkStatusChange: () => {},
    showModal: answering('showModal', () => ({ confirm: true, cancel: false })), showToast: answering('showToast', () => ({})), hideToast: () => {}, showLoading: () => {}, hideLoading: () => {},
    makePhoneCall: answering('makePhoneCall', () => ({})), setClipboardData: answering('setClipboardData', () => ({})), openLocation: answering('openLocation', () => ({})),
    chooseLocation: answering('chooseLocation', () => ({ name: '南苑', address: '东巷', latitude: 37.9242, longitude: 102.6423 })),
    // a photo as the camera gives it, and as the phone makes it smaller
    chooseMedia: answering('chooseMedia', () => ({ type: 'image', tempFiles: [{ tempFilePath: 'wxfile://chosen.jpg', size: 4_000_000, fileType: 'image' }] })),
    getImageInfo: answering('getImageInfo', () => ({ width: 4000, height: 3000, path: 'wxfile://chosen.jpg', orientation: 'up', type: 'jpeg' })),
    compressImage: answering('compressImage', () => ({ tempFilePath: 'wxfile://small.jpg' })), previewImage: answering('previewImage', () => ({})),
    getFileSystemManager: () => ({ readFile: answering('readFile', () => ({ data: readFileSync(join(__dirname, '../support/photos/front.jpg')).toString('base64') })) }),
    getRandomValues: answering('getRandomValues', ({ length }: { length: number }) => ({ randomValues: Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)).buffer })),
    // what a map shows of the town
    createMapContext: () => ({ getRegion: answering('getRegion', () => ({ southwest: { longitude: 102.6395, latitude: 37.9215 }, northeast: { longitude: 102.6455, latitude: 37.9275 } })), includePoints: answering('includePoints', () => ({})) }),
    pageScrollTo: answering('pageScrollTo', () => ({})), stopPullDownRefresh: () => {}, setNavigationBarTitle: () => {}, onAppShow: () => {}, offAppShow: () => {}, onKeyboardHeightChange: () => {}, offKeyboardHeightChange: () => {},
    cloud: {
      init: () => {},
      callFunction: answering('callFunction', async ({ name, data }: { name: string; data: unknown }) => {
        if (!online) throw new Error('request:fail timeout');
        return { result: await callFunction(name, data) };
      }),
    },
  });

  const app: any = {};
  world.App = (options: object) => Object.assign(app, options);
  world.getApp = () => app;
  world.getCurrentPages = () => stack.map(({ instance }) => instance);
  const RealComponent = world.Component;
  // a page becomes a component: its functions are methods, and `open` drives its life
  world.Page = ({ data = {}, behaviors: _behaviors, options, ...rest }: any) => {
    const methods = Object.fromEntries(Object.entries(rest as object).filter(([, value]) => typeof value === 'function'));
    RealComponent({ data, methods, options: { multipleSlots: true, ...options } });
  };
  const report = console.error;
  console.error = (...words: unknown[]) => { errors.push(words.map(String).join(' ').slice(0, 400)); if (process.env.LZ_VERBOSE) report(...words); };

  require(join(built, 'app.js'));
  const launchOptions = { path: appJson.pages[0], query: {}, scene: 1001 };
  app.onLaunch?.(launchOptions);
  app.onShow?.(launchOptions);

  const open = (route: string, query: Record<string, string> = {}): OpenPage => {
    if (!routes.includes(route)) throw new Error(`not in app.json: ${route}`);
    // the same page twice must reuse its id: Jest keeps the module
    loaded[route] ??= simulate.load(join(built, route), 'page', { rootPath: built, compiler: 'official' });
    const component = simulate.render(loaded[route]);
    const host = document.createElement('div');
    document.body.appendChild(host);
    component.attach(host);
    const { instance } = component;
    for (const [key, value] of Object.entries({ route, __route__: route, options: query })) Object.defineProperty(instance, key, { value, configurable: true });
    const all = (): Element[] => [...component.dom.querySelectorAll('*')].filter((element: any) => element.__wxElement);
    const fire = (element: any, type: string, detail: object = {}) => {
      exparser.Event.dispatchEvent(element.__wxElement, exparser.Event.create(type, detail, { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [], mark: {} } }));
    };
    const withText = (text: string | RegExp) => all().filter((element) => (typeof text === 'string' ? element.textContent?.includes(text) : text.test(element.textContent ?? ''))).at(-1) ?? null;
    const page = {
      route, instance, withText, fire,
      allNamed: (text: string) => {
        const named = all().filter((element) => element.textContent?.trim() === text);
        return named.filter((element) => !named.some((other) => other !== element && element.contains(other)));
      },
      text: () => (component.dom.textContent as string).replace(/\s+/g, ' '),
      find: (selector: string) => component.dom.querySelector(selector) as Element | null,
      tap: (what: string | RegExp | Element) => {
        const element = typeof what === 'string' || what instanceof RegExp ? withText(what) : what;
        if (!element) throw new Error(`nothing on ${route} says ${what instanceof RegExp ? what.source : typeof what === 'string' ? what : what.tagName}: ${page.text().slice(0, 300)}`);
        fire(element, 'tap');
      },
      type: (label: string, value: string) => {
        const fields = all().filter((element) => /^wx-(input|textarea)$/i.test(element.tagName));
        const attribute = (element: any, name: string) => String(element.__wxElement?._vt?.attrs?.find((a: any) => a.name === name)?.value ?? element.__wxElement?.dataset?.[name] ?? '');
        const field = fields.find((element) => [attribute(element, 'placeholder'), attribute(element, 'aria-label')].some((text) => text.includes(label))) ?? (fields.length === 1 ? fields[0] : undefined);
        if (!field) throw new Error(`no field ${label} on ${route}`);
        fire(field, 'input', { value });
      },
      close: () => { instance.onUnload?.(); component.detach(); host.remove(); },
    };
    stack.push(page);
    instance.onLoad(query);
    instance.onShow?.();
    instance.onReady?.();
    return page;
  };

  return {
    open,
    back,
    current: () => stack.at(-1)!,
    calls, storage, errors,
    setOnline: (now) => {
      online = now;
      networkListeners.forEach((listener) => listener({ isConnected: now, networkType: now ? 'wifi' : 'none' }));
    },
  };
};
