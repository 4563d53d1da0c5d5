/** Stands in, in the function bundles (see cloud.mjs), for parts of the SDK that no function here uses. */
module.exports = { default: {}, LANGS: {}, Db: class {} };
