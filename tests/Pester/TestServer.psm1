# A server of the test's own, on this machine: it answers every request alike and remembers the headers.

function Start-TestServer {
    param([string] $Answer = '{"Projects":[]}', [int] $StatusCode = 200)

    $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $probe.Start()
    $url = "http://127.0.0.1:$($probe.LocalEndpoint.Port)/"
    $probe.Stop()
    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add($url)
    $listener.Start()
    $requests = [Collections.Concurrent.ConcurrentQueue[object]]::new()
    $end = [Threading.CancellationTokenSource]::new()
    $serve = [powershell]::Create().AddScript({
        param($listener, $requests, $answer, $statusCode, $end)
        $ErrorActionPreference = 'Stop'
        while ($true) {
            # Not GetContext: now and then it waits on when the listener has stopped, and the session could never end.
            $asked = $listener.GetContextAsync()
            $asked.Wait($end)
            $context = $asked.Result
            $headers = @{}
            foreach ($name in $context.Request.Headers.AllKeys) { $headers[$name] = $context.Request.Headers[$name] }
            $requests.Enqueue([pscustomobject]@{ Line = "$($context.Request.HttpMethod) $($context.Request.RawUrl)"; Headers = $headers })
            $context.Response.StatusCode = $statusCode
            $context.Response.ContentType = 'application/json'
            $context.Response.Close([Text.Encoding]::UTF8.GetBytes($answer), $false)
        }
    }).AddParameters(@{ listener = $listener; requests = $requests; answer = $Answer; statusCode = $StatusCode; end = $end.Token })
    $null = $serve.BeginInvoke()
    [pscustomobject]@{ Url = $url; Requests = $requests; Listener = $listener; Serve = $serve; End = $end }
}

function Stop-TestServer($Server) {
    $Server.End.Cancel()
    $Server.Serve.Stop()
    $Server.Serve.Dispose()
    $Server.Listener.Close()
}

Export-ModuleMember -Function Start-TestServer, Stop-TestServer
