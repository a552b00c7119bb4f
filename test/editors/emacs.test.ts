/** Emacs with Eglot, on the server as it is built. */
import { emacs } from './emacs';
import { inEditor } from './inEditor';

describe('Emacs', () => inEditor(emacs));
