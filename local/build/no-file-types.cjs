/** Stands in for `mime-types` in the function bundles (see cloud.mjs): every file is of unknown type. */
module.exports = { lookup: () => false, contentType: () => false, extension: () => false, charset: () => false, types: {}, extensions: {} };
