BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    Initialize-TestStore $TestDrive
    foreach ($i in 1..40) { New-TestPart "$TestDrive/line/part-$i.png" $i }

    # Runs a script in a session of its own, whose streams can be read.
    function Start-Session([string] $Script) {
        $session = [PowerShell]::Create()
        $null = $session.AddScript("param(`$manifest, `$folder) Import-Module `$manifest; $Script").AddArgument((Get-TestManifest)).AddArgument("$TestDrive/line")
        $session
    }

    # A slow consumer, so that the bar has time to show.
    $slow = 'ForEach-Object { Start-Sleep -Milliseconds 12 }'
}

Describe 'Progress' {
    It 'tells count, rate, share and time left where the images are known, and is taken away' {
        $session = Start-Session "Invoke-LVDetectAnomaly `$folder | $slow"
        $null = $session.Invoke()
        $session.HadErrors | Should -BeFalse
        $session.Streams.Progress[0].StatusDescription | Should -Match '^\d+ of 40 images, \d+[.,]\d a second$'
        $session.Streams.Progress[0].PercentComplete | Should -BeGreaterThan 0
        $session.Streams.Progress[0].SecondsRemaining | Should -BeGreaterThan 0
        $session.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $session.Dispose()
    }

    It 'tells count and rate where more may come' {
        $session = Start-Session "Get-ChildItem `$folder | Invoke-LVDetectAnomaly | $slow"
        $null = $session.Invoke()
        $session.Streams.Progress[0].StatusDescription | Should -Match '^\d+ images, \d+[.,]\d a second$'
        $session.Streams.Progress[0].PercentComplete | Should -Be -1
        $session.Dispose()
    }

    It 'is taken away when the command is stopped: <name>' -ForEach @(
        @{ name = 'Ctrl+C while it works'; script = 'Invoke-LVDetectAnomaly (Convert-Path (@("$folder/*.png") * 200))' }
        @{ name = 'Ctrl+C while the next command works'
            script = 'Invoke-LVDetectAnomaly $folder | ForEach-Object { $n++; Start-Sleep -Milliseconds $(if ($n -lt 40) { 12 } else { 99999 }) }' }
        @{ name = 'Ctrl+C in training'; script = 'New-LVModel stopped -Path "$folder/../trained" -EndpointUrl "local:$folder/../other"' }
    ) {
        Copy-Item (Get-TestDataset) $TestDrive/trained -Recurse -ErrorAction Ignore
        $session = Start-Session $script
        $running = $session.BeginInvoke()
        while ($session.Streams.Progress.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
        $session.Streams.Progress.Count | Should -BeGreaterThan 0 -Because "$($session.InvocationStateInfo.Reason)"
        $session.Stop()
        $session.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $session.Dispose()
    }

    It 'is taken away when the next command wants no more' {
        $session = Start-Session "Invoke-LVDetectAnomaly `$folder | ForEach-Object { Start-Sleep -Milliseconds 12; `$_ } | Select-Object -First 30"
        $session.Invoke().Count | Should -Be 30
        $session.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $session.Dispose()
    }
}

Describe 'The verbose stream' {
    It 'tells the host and why, the model, and for each image the times to decode and to judge' {
        $lines = Invoke-LVDetectAnomaly $TestDrive/line/part-1.png -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$($lines[0])" | Should -BeLike "Local host, store '$TestDrive/store'*LOOKOUTVISION_HOME*"
        "$($lines[1])" | Should -BeLike '*parts/1*'
        "$($lines[2])" | Should -Match '^part-1\.png: normal .*read and decoded in \d+[.,]\d ms, judged in \d+[.,]\d ms\.$'
    }
}
