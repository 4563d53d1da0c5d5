/** Stands in for `xml2js` in the function bundles (see cloud.mjs): the SDK reads with it what the file storage replied, which is nothing, or an error of four known parts. */
module.exports = {
  parseString(text, done) {
    const part = (name) => [new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? ''];
    done(null, /<Error>/.test(text) ? { Error: Object.fromEntries(['Code', 'Message', 'RequestId', 'TraceId'].map((name) => [name, part(name)])) } : null);
  },
};
