/** A promise that is kept, or broken, from outside. */
export class Promised<T> {
  keep: (value: T) => void = () => {};
  break: (error: Error) => void = () => {};
  readonly promise = new Promise<T>((resolve, reject) => {
    this.keep = resolve;
    this.break = reject;
  });

  constructor() {
    // Perhaps nobody waits.
    this.promise.catch(() => {});
  }
}
