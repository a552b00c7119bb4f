// Preloaded: ends the process, as a power cut does, before the call that writes for the KILL_AT-th time.
const fs = require('node:fs');
let left = Number(process.env.KILL_AT);
const names = [
  'open',
  'writeFile',
  'write',
  'fsync',
  'fchmod',
  'rename',
  'link',
  'rm',
  'mkdir',
  'rmdir',
  'copyFile',
];
for (const name of names.map(each => `${each}Sync`)) {
  const real = fs[name];
  fs[name] = (...args) => {
    const writes = name !== 'openSync' || /[wa+]/u.test(String(args[1]));
    if (writes && --left === 0) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
