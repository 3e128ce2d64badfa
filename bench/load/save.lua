-- Changes the same cells again and again, each thread and connection one cell of its own, always under the version it
-- saw last. Arguments: page or api, then what every request carries, then a cell and its version for each thread.
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init(args)
  page = args[1] == "page"
  period = args[2]
  secret = args[3]
  token = args[4]
  no = args[5 + 2 * id]
  version = tonumber(args[6 + 2 * id])
  value = 0
  refused = 0
  if page then
    wrk.method = "POST"
    wrk.headers["Cookie"] = secret
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    wrk.headers["HX-Request"] = "true"
  else
    wrk.method = "PUT"
    wrk.headers["Authorization"] = "Bearer " .. secret
    wrk.headers["Content-Type"] = "application/json"
  end
end

function request()
  value = (value + 1) % 9000
  local text = string.format("%d,%02d", 10 + math.floor(value / 100), value % 100)
  if page then
    local cell = "cells%5B" .. no .. "%5D."
    return wrk.format(nil, wrk.path .. "/cells/" .. no, nil,
      "_csrf=" .. token .. "&" .. cell .. "version=" .. version .. "&" .. cell .. "value=" .. text)
  end
  if version > 0 then
    wrk.headers["If-Match"] = '"' .. version .. '"'
  end
  return wrk.format(nil, "/api/v1/plans/1/indicators/" .. no .. "/actuals/" .. period, nil,
    '{"value": "' .. text .. '"}')
end

function response(status, headers, body)
  if status ~= 200 and status ~= 201 then
    refused = refused + 1
    return
  end
  if page and not string.find(body, 'data-version="' .. (version + 1) .. '"', 1, true) then
    refused = refused + 1
    return
  end
  version = version + 1
end

function done(summary)
  local all = 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("refused")
  end
  io.write(string.format("refused %d\n", all))
end
