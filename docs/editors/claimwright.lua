-- Claimwright in Neovim, 0.7 or newer. Put this file into the folder `lua` of your
-- configuration, and `require('claimwright').setup()` into your init.lua.
local M = {}

M.cmd = { 'claimwright-lsp', '--stdio' }

-- Whatever of these a folder holds, it is a vault.
M.marks = { '.claimwright.yaml', 'schemas/claim.md', 'inbox/queue', 'inbox/archive' }

-- What VS Code has as settings, for example `{ diagnostics = { scope = 'open' } }`.
M.settings = {}

function M.root(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local is_settings = vim.fn.fnamemodify(file, ':t') == '.claimwright.yaml'
  if file == '' or (vim.bo[buffer].filetype ~= 'markdown' and not is_settings) then
    return nil
  end
  local folder, below = vim.fn.fnamemodify(file, ':p:h'), nil
  while folder ~= below do
    for _, mark in ipairs(M.marks) do
      local place = folder .. '/' .. mark
      if vim.fn.filereadable(place) == 1 or vim.fn.isdirectory(place) == 1 then
        return folder
      end
    end
    below, folder = folder, vim.fn.fnamemodify(folder, ':h')
  end
end

-- Before 0.11, Neovim by itself offers only what begins with the word before the cursor. A title is found by any words
-- of it, so what the server answers is offered as it is.
local asked = {}

function M.omnifunc(findstart)
  if findstart == 0 then
    return { words = asked.words, refresh = 'always' }
  end
  local line = vim.api.nvim_get_current_line()
  asked = { line = line, words = {} }
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local start = nil
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 2000) or {}
  for _, answer in pairs(answers) do
    for _, item in ipairs((answer.result or {}).items or {}) do
      start = start or vim.str_byteindex(line, item.textEdit.range.start.character, true)
      table.insert(asked.words, {
        word = item.textEdit.newText,
        abbr = item.label,
        menu = item.detail,
        equal = 1,
        dup = 1,
        user_data = { claimwright = item },
      })
    end
  end
  return start or -3
end

-- What was chosen may also need brackets, quotes or a dash around it.
local function complete_done()
  local data = vim.v.completed_item.user_data
  local item = type(data) == 'table' and data.claimwright
  if not item then
    return
  end
  local row = item.textEdit.range.start.line
  vim.api.nvim_buf_set_lines(0, row, row + 1, true, { asked.line })
  local space = vim.api.nvim_create_namespace('claimwright')
  local finish = vim.str_byteindex(asked.line, item.textEdit.range['end'].character, true)
  local mark = vim.api.nvim_buf_set_extmark(0, space, row, finish, {})
  local edits = vim.list_extend({ item.textEdit }, item.additionalTextEdits or {})
  vim.lsp.util.apply_text_edits(edits, vim.api.nvim_get_current_buf(), 'utf-16')
  local place = vim.api.nvim_buf_get_extmark_by_id(0, space, mark, {})
  vim.api.nvim_win_set_cursor(0, { place[1] + 1, place[2] })
  vim.api.nvim_buf_clear_namespace(0, space, 0, -1)
end

local function attached(client, buffer)
  if vim.lsp.completion then
    vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true })
    return
  end
  vim.bo[buffer].omnifunc = "v:lua.require'claimwright'.omnifunc"
  vim.api.nvim_create_autocmd('CompleteDone', { buffer = buffer, callback = complete_done })
end

local clients = {}

-- Neovim 0.7 keeps no account of its servers.
local function start(config, buffer)
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = buffer })
  end
  local root = config.root_dir
  local id = clients[root]
  if not id or vim.lsp.client_is_stopped(id) then
    id = vim.lsp.start_client(config)
    clients[root] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

function M.setup()
  local config = {
    name = 'claimwright',
    cmd = M.cmd,
    settings = { claimwright = M.settings },
    on_attach = attached,
  }
  if vim.lsp.config then
    config.filetypes = { 'markdown', 'yaml' }
    config.root_dir = function(buffer, use)
      local root = M.root(buffer)
      if root then
        use(root)
      end
    end
    vim.lsp.config('claimwright', config)
    vim.lsp.enable('claimwright')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    pattern = { 'markdown', 'yaml' },
    callback = function(event)
      local root = M.root(event.buf)
      if root then
        local folders = { { uri = vim.uri_from_fname(root), name = root } }
        local own = { root_dir = root, workspace_folders = folders }
        start(vim.tbl_extend('force', config, own), event.buf)
      end
    end,
  })
end

return M
