/** What needs the library that speaks LSP: loaded with the first server, as it takes ten times as long as all else. */
export { clientOptions } from './client-options';
export { isLost } from './lost-request';
