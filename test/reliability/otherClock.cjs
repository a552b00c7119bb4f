// Preloaded: a clock that is CLOCK_OFF milliseconds off, and by as much more from each SIGUSR2 on.
const Real = Date;
const step = Number(process.env.CLOCK_OFF);
let off = step;
globalThis.Date = class extends Real {
  constructor(...args) {
    super(...(args.length === 0 ? [Real.now() + off] : args));
  }
  static now() {
    return Real.now() + off;
  }
};
process.on('SIGUSR2', () => {
  off += step;
});
// A handler of a signal keeps no process alive.
