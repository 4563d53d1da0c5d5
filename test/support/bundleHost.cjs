/**
 * Runs the bundled functions in a process of their own, with the environment a cloud function sees. Takes
 * {id, name, openid, event} by message, answers {id, reply}. One event at a time, as the cloud does. It reaches the database and
 * nobody else: whatever other host is asked for is told to the parent, {outgoing}, and not found.
 */
const dns = require('node:dns');
const path = require('node:path');

const { lookup } = dns;
dns.lookup = (host, options, done = options) => {
  if (host === process.env.PGHOST || host === 'localhost') return lookup(host, options, done);
  process.send({ outgoing: host });
  return process.nextTick(done, Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
};

const mains = {};
let queue = Promise.resolve();
process.on('message', ({ id, name, openid, event }) => {
  queue = queue.then(async () => {
    process.env.PGUSER = `lz_${name}`;
    mains[name] ??= require(path.join(__dirname, '../../dist/cloudfunctions', name, 'index.js')).main;
    if (openid === null) delete process.env.WX_OPENID;
    else process.env.WX_OPENID = openid;
    const running = mains[name](event);
    // the next event's identity may stand in the environment before this one is done
    process.env.WX_OPENID = 'somebody-else';
    process.send({ id, reply: await running });
  }).catch((error) => process.send({ id, failed: String(error && error.message) }));
});
