/**
 * How the phone's half is built: `dist/weapp` for WeChat, `dist/h5` for a browser. Nothing here reaches the
 * network. `LZ_CLOUD_ENV` is the CloudBase environment the mini-program talks to.
 */
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const here = (...parts: string[]) => path.resolve(__dirname, '..', ...parts);
/** Shared TypeScript outside `src/` that the phone uses, so Babel must see it too. */
const shared = [here('types'), here('domain')];

export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'liangzhou-quarter-hour',
    date: '2026-11-22',
    // NutUI 3 is drawn at 375 and so is our own CSS: one rule, 1px -> 2rpx
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: ['@tarojs/plugin-html', here('config/aria/index.js')],
    defineConstants: { LZ_CLOUD_ENV: JSON.stringify(process.env.LZ_CLOUD_ENV ?? '') },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: process.env.CI !== 'true' },
    mini: {
      compile: { include: shared },
      // a mark on WeChat's map needs a file: a small picture written into the code would not be shown
      imageUrlLoaderOption: { limit: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      // without it a library used by two pages of one subpackage lands in the main package
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      compile: { include: shared },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        // px, not rem: a page zoomed by the browser must grow, and the root font size stays the reader's own
        pxtransform: { enable: true, config: { targetUnit: 'px' as never } },
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        // Taro splits initial chunks only, so every page would carry its own copy of NutUI and Taro's components
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 20000,
          cacheGroups: {
            leaflet: { test: /[\\/]node_modules[\\/]leaflet[\\/]/, name: 'leaflet', priority: 20, reuseExistingChunk: true },
            vendors: { test: /[\\/]node_modules[\\/]/, name: 'vendors', minChunks: 2, priority: 10, reuseExistingChunk: true },
          },
        });
        chain.performance.hints(false);
      },
    },
  };
  return merge({}, base);
});
