-- What the tests do in Neovim, by name: each takes a list of arguments and returns what JSON can say.
local drive = {}
local told, chosen = {}, nil

vim.lsp.handlers['claimwright/status'] = function(_, status)
  told.status = status
end
vim.notify = function(message)
  told.messages = told.messages or {}
  table.insert(told.messages, message)
end
vim.ui.select = function(items, options, choose)
  local titles = {}
  for at, item in ipairs(items) do
    titles[at] = (options.format_item or tostring)(item)
    if titles[at] == chosen then
      return choose(item, at)
    end
  end
  told.titles = titles
  choose(nil)
end

vim.loop.new_timer():start(2000, 2000, vim.schedule_wrap(function()
  if vim.loop.kill(tonumber(vim.env.CLAIMWRIGHT_TESTS), 0) ~= 0 then
    vim.cmd('qall!')
  end
end))

local function client()
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 })
    or vim.tbl_values(vim.lsp.buf_get_clients(0))
  return all[1]
end

function drive.version()
  return tostring(vim.fn.matchstr(vim.fn.execute('version'), 'NVIM v[0-9.]*'))
end

function drive.open(path)
  if vim.api.nvim_buf_get_name(0) ~= path then
    vim.cmd('edit ' .. vim.fn.fnameescape(path))
  end
  return vim.bo.filetype
end

function drive.ready()
  local one = client()
  return one ~= nil and told.status ~= nil and told.status.state == 'ready'
end

function drive.encoding()
  return client().offset_encoding
end

function drive.renames_files()
  return true
end

function drive.text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

-- The file, and what stands from the caret to the end of its line.
function drive.place()
  local column = vim.api.nvim_win_get_cursor(0)[2]
  return { vim.api.nvim_buf_get_name(0), vim.api.nvim_get_current_line():sub(column + 1) }
end

-- The caret goes to the first place where this stands, or so many characters behind its start.
function drive.at(needle, skip)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local column = line:find(needle, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 + (skip or 0) })
      return true
    end
  end
  return false
end

function drive.diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local marked = ''
    if each.lnum == each.end_lnum then
      local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
      marked = line:sub(each.col + 1, each.end_col)
    end
    table.insert(found, { line = each.lnum, marked = marked, message = each.message })
  end
  return found
end

function drive.hover()
  vim.lsp.buf.hover()
  local shown = ''
  vim.wait(5000, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local buffer = vim.api.nvim_win_get_buf(window)
        shown = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end, 20)
  return shown
end

function drive.definition()
  local before = vim.inspect(drive.place())
  vim.lsp.buf.definition()
  return vim.wait(5000, function()
    return vim.inspect(drive.place()) ~= before
  end, 20)
end

function drive.references()
  vim.fn.setqflist({})
  vim.lsp.buf.references({ includeDeclaration = false })
  vim.wait(5000, function()
    return #vim.fn.getqflist() > 0
  end, 20)
  local files = {}
  for _, each in ipairs(vim.fn.getqflist()) do
    table.insert(files, vim.api.nvim_buf_get_name(each.bufnr))
  end
  vim.cmd('cclose')
  return files
end

function drive.rename(name)
  local tick = vim.api.nvim_buf_get_changedtick(0)
  local file = vim.api.nvim_buf_get_name(0)
  told.messages = nil
  vim.lsp.buf.rename(name)
  vim.wait(5000, function()
    return vim.api.nvim_buf_get_changedtick(0) ~= tick
      or vim.api.nvim_buf_get_name(0) ~= file
      or told.messages ~= nil
  end, 20)
  return told.messages or {}
end

function drive.save()
  vim.cmd('silent wall')
  return true
end

-- Chooses the action of this title, and returns the titles where there is none.
function drive.action(title, kind)
  local tick = vim.api.nvim_buf_get_changedtick(0)
  chosen, told.titles, told.messages = title, nil, nil
  local context = kind and { only = { kind }, diagnostics = {} } or nil
  if context and vim.fn.has('nvim-0.8') == 1 then
    context = { context = context }
  end
  vim.lsp.buf.code_action(context)
  vim.wait(5000, function()
    return vim.api.nvim_buf_get_changedtick(0) ~= tick or told.titles or told.messages
  end, 20)
  return told.titles or told.messages or {}
end

-- The entries of the list that is open; none where it is not.
function drive.entries()
  local info = vim.fn.complete_info({ 'items', 'pum_visible' })
  local entries = {}
  if info.pum_visible == 1 then
    for _, item in ipairs(info.items) do
      table.insert(entries, item.abbr)
    end
  end
  return entries
end

function drive.mode()
  return vim.api.nvim_get_mode().mode
end

function drive.messages()
  return vim.fn.execute('messages')
end

function _G.DriveCall(json)
  local asked = vim.json.decode(json, { luanil = { array = true } })
  local arguments = asked.arguments
  local ok, value = pcall(drive[asked.name], arguments[1], arguments[2])
  return vim.json.encode(ok and { value = value } or { error = tostring(value) })
end
