/** @type {import('stylelint').Config} */
export default {
  extends: 'stylelint-config-standard',
  rules: {
    // mini-program element selectors and their unit
    'selector-type-no-unknown': [true, { ignoreTypes: ['page', 'cover-view', 'scroll-view', 'swiper-item'] }],
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    // block__element--modifier
    'selector-class-pattern': null,
    // the contrast test reads six digits
    'color-hex-length': 'long',
    'declaration-block-single-line-max-declarations': null,
    'no-descending-specificity': null,
  },
};
