/** Neovim with its own client, on the server as it is built. */

import { inEditor } from './inEditor';
import { neovim } from './neovim';

describe('Neovim', () => inEditor(neovim));
