-- Neovim as somebody has it who follows docs/editors.md, and what the tests do in it.
local root = vim.env.CLAIMWRIGHT_ROOT
package.path = root .. '/docs/editors/?.lua;' .. package.path
vim.o.completeopt = 'menuone,noselect'
vim.o.hidden = true
vim.cmd('filetype on')
require('claimwright').setup()
dofile(root .. '/test/editors/drive.lua')
