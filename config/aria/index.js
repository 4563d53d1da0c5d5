/** Taro plugin: lets `aria-*` through to the mini-program (see props.js). H5 needs none of it. */
const path = require('node:path');
const { ariaProps } = require('./props');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, ariaProps);
      const runtime = path.resolve(__dirname, 'runtime.js');
      platform.runtimePath = Array.isArray(platform.runtimePath) ? [...platform.runtimePath, runtime] : [platform.runtimePath, runtime];
    },
  });
};
