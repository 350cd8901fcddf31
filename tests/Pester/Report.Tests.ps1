BeforeDiscovery {
    $noBrowser = -not (Get-Command chromedriver -ErrorAction Ignore)
    if ($noBrowser) { Write-Warning 'There is no chromedriver, so no page is looked at.' }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    $names = 'b-good.png', 'a-bad.png', '"><img src=x onerror=document.title=''hacked''>.png'
    foreach ($name in $names) { New-TestPart "$TestDrive/part.png" 7; [IO.File]::Move("$TestDrive/part.png", [IO.Path]::Combine($TestDrive, $name)) }
    $results = foreach ($name in $names) { New-TestResult ([IO.Path]::Combine($TestDrive, $name)) }
}

Describe 'Export-LVReport' {
    It 'writes one page, gives it, and replaces it only with -Force' {
        $file = $results | Export-LVReport $TestDrive/pages/report.html -Title 'Line <1>' -PassThru
        $file.FullName | Should -Be (Convert-Path $TestDrive/pages/report.html)
        (Get-ChildItem $TestDrive/pages).Name | Should -Be 'report.html'
        { $results | Export-LVReport $file.FullName } | Should -Throw -ErrorId 'ReportExists,*'
        $results | Export-LVReport $file.FullName -Force
        $results | Export-LVReport $TestDrive/none.html -WhatIf
        "$TestDrive/none.html" | Should -Not -Exist
    }

    It 'an item of another provider or an address by -<_> is an error' -ForEach 'Path', 'LiteralPath' {
        $parameter = @{ $_ = 'Env:\PATH' }
        { $results | Export-LVReport @parameter } | Should -Throw -ErrorId 'PathNotFileSystem,*'
        $parameter = @{ $_ = 's3://bucket/report.html' }
        { $results | Export-LVReport @parameter } | Should -Throw -ErrorId 'PathNotFileSystem,*'
    }

    It 'brackets are meant by -LiteralPath, a wildcard means the one that matches' {
        $results | Export-LVReport -LiteralPath "$TestDrive/new [1]/page.html"
        Test-Path -LiteralPath "$TestDrive/new [1]/page.html" | Should -BeTrue
        { $results | Export-LVReport -Path "$TestDrive/new*/page.html" } | Should -Throw -ErrorId 'ReportExists,*'
        { $results | Export-LVReport -Path "$TestDrive/none*/page.html" } | Should -Throw -ErrorId 'PathNotFound,*'
    }

    It 'leaves nothing behind when it is stopped' {
        $results | Export-LVReport $TestDrive/stopped/report.html -PassThru | Select-Object -First 1 | Should -HaveCount 1
        try { & { $results[0]; throw 'the source is gone' } | Export-LVReport $TestDrive/broken/report.html } catch { }
        Get-ChildItem $TestDrive/broken -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'The page in a browser' -Skip:$noBrowser {
    BeforeAll {
        $results | Export-LVReport $TestDrive/report.html -Title 'Line <1>'
        $port = 40000 + $PID % 20000
        $driver = Start-Process chromedriver "--port=$port" -PassThru -RedirectStandardOutput $TestDrive/driver.txt

        function Send([string] $Method, [string] $Path, $Body) {
            $json = $Body | ConvertTo-Json -Depth 9
            (Invoke-RestMethod -Method $Method "http://127.0.0.1:$port/$Path" -Body $json -ContentType application/json -MaximumRetryCount 20 -RetryIntervalSec 1).value
        }

        # What the script in the page gives back.
        function Ask([string] $Script) { Send POST "session/$session/execute/sync" @{ script = $Script; args = @() } }

        while (-not (Select-String 'started successfully' $TestDrive/driver.txt -Quiet)) { Start-Sleep -Milliseconds 50 }
        $options = @{ args = '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', "--user-data-dir=$TestDrive/browser" }
        $session = (Send POST session @{ capabilities = @{ alwaysMatch = @{ 'goog:chromeOptions' = $options } } }).sessionId
        $null = Send POST "session/$session/url" @{ url = "file://$TestDrive/report.html" }
    }

    AfterAll {
        if ($session) { $null = Send DELETE "session/$session" @{} }
        if ($driver) { $driver.Kill(); $driver.WaitForExit() }
    }

    It 'runs nothing that a file name brings' {
        Ask 'return document.title' | Should -Be 'Line <1>'
        Ask 'return document.querySelectorAll("img").length' | Should -Be 6
        Ask 'return [...document.images].every(i => i.complete && i.naturalWidth > 0)' | Should -BeTrue
    }

    It 'sorts by a column, up and down' {
        $first = 'const h = [...document.querySelectorAll("th[data-sort]")].find(h => h.textContent === "Name"); h.firstChild.click();
            return [h.getAttribute("aria-sort"), document.querySelector("tbody th").firstChild.textContent]'
        Ask $first | Should -Be 'ascending', $names[2]
        Ask $first | Should -Be 'descending', 'b-good.png'
    }

    It 'filters by verdict and by name' {
        $shown = 'return [...document.querySelectorAll("tbody tr")].filter(r => r.offsetHeight > 0).length + " " + shown.value'
        Ask "text.value = 'GOOD'; text.dispatchEvent(new Event('input')); $shown" | Should -Be '1 1 of 3 shown'
        Ask "text.value = ''; verdict.value = 'normal'; verdict.dispatchEvent(new Event('change')); $shown" | Should -Be '0 0 of 3 shown'
    }

    It 'can be read without seeing it' {
        Ask 'return [...document.images].every(i => i.alt) && [...document.querySelectorAll("input, select")].every(i => i.labels.length === 1)
            && document.documentElement.lang === "en" && !!document.querySelector("caption") && !!document.querySelector("svg title")' | Should -BeTrue
    }
}
