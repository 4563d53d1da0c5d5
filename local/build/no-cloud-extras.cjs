/** Stands in, in the function bundles (see cloud.mjs), for what the SDK brings along for AI models and data models: no function here has any. */
module.exports = { default: {}, LANGS: {} };
