BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $manifest = Get-TestManifest
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    foreach ($i in 10..39) { New-TestPart "$TestDrive/line/part-$i.png" $i }
    $images = Get-ChildItem $TestDrive/line
}

Describe 'Streaming' {
    It 'gives the first result before the last image is given' {
        $log = [Collections.Generic.List[string]]::new()
        $images | ForEach-Object { $log.Add('in'); $_ } | Invoke-LVDetectAnomaly | ForEach-Object { $log.Add('out') }
        $log.IndexOf('out') | Should -BeLessThan $log.LastIndexOf('in')
        ($log -eq 'out').Count | Should -Be $images.Count
    }

    It 'gives results in the order of the images, and all of them with -Unordered' {
        ($images | Invoke-LVDetectAnomaly -ThrottleLimit 4).Path | Should -Be $images.FullName
        ($images | Invoke-LVDetectAnomaly -ThrottleLimit 4 -Unordered).Path | Sort-Object | Should -Be $images.FullName
    }

    It 'Select-Object -First 1 ends the work' {
        $given = 0
        $images | ForEach-Object { $given++; $_ } | Invoke-LVDetectAnomaly | Select-Object -First 1 | Should -HaveCount 1
        $given | Should -BeLessThan $images.Count
    }

    It 'with -ThrottleLimit 1 -PipelineVariable of the command before fits' {
        $pairs = Get-ChildItem $TestDrive/line -PipelineVariable file | Invoke-LVDetectAnomaly -ThrottleLimit 1 |
            ForEach-Object { $_.Path -eq $file.FullName }
        $pairs | Should -Not -Contain $false
    }

    It 'stops within a second, and the session works on' {
        $shell = [PowerShell]::Create()
        $null = $shell.AddScript({
                param($manifest, $folder)
                Import-Module $manifest
                $ErrorActionPreference = 'Stop'
                while ($true) { Get-ChildItem $folder | Invoke-LVDetectAnomaly }
            }).AddArgument($manifest).AddArgument("$TestDrive/line")
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }

        $output.Count | Should -BeGreaterThan 0 -Because "$($shell.InvocationStateInfo.Reason)"

        $clock = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
        $shell.Commands.Clear()
        $shell.AddScript('Invoke-LVDetectAnomaly $args[0]').AddArgument($images[0].FullName).Invoke() | Should -HaveCount 1
        $shell.Dispose()
    }
}

Describe 'Other runspaces and processes' {
    It 'ForEach-Object -Parallel' {
        $results = $images | Select-Object -First 4 |
            ForEach-Object -Parallel { Import-Module $using:manifest; $_ | Invoke-LVDetectAnomaly }
        $results | Should -HaveCount 4
    }

    It 'thread jobs, side by side' {
        $jobs = foreach ($image in $images[0..2]) {
            Start-ThreadJob { Import-Module $using:manifest; $using:image | Invoke-LVDetectAnomaly }
        }
        ($jobs | Receive-Job -Wait -AutoRemoveJob).Path | Sort-Object | Should -Be ($images[0..2].FullName | Sort-Object)
    }

    It 'results of a job are results again' {
        $path = $images[0].FullName
        $result = Start-Job { Import-Module $using:manifest; Invoke-LVDetectAnomaly $using:path } | Receive-Job -Wait -AutoRemoveJob
        $result.GetType().FullName | Should -Be 'LookoutVision.DetectAnomalyResult'
        $result.Path | Should -Be $path
    }

    It 'results come through JSON with areas and mask' {
        New-TestPart "$TestDrive/bad-1.png" 98 -Defect
        $before = Invoke-LVDetectAnomaly $TestDrive/bad-1.png
        $after = $before | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        ($after | Test-LVImage -MaxArea 0.001).Reason | Should -Be ($before | Test-LVImage -MaxArea 0.001).Reason
        ($after | Test-LVImage).Result.Duration | Should -Be $before.Duration
        $after | Export-LVAnomalyMask $TestDrive/json
        [IO.File]::ReadAllBytes("$TestDrive/json/bad-1-mask.png") | Should -Be $before.AnomalyMask
        ($before | Select-Object * -ExcludeProperty AnomalyMask, Duration | ConvertTo-Json -Depth 4 | ConvertFrom-Json | Test-LVImage).IsRejected |
            Should -BeTrue
    }

    It 'results come through CliXml with areas and mask' {
        New-TestPart "$TestDrive/bad.png" 99 -Defect
        $before = Invoke-LVDetectAnomaly $TestDrive/bad.png
        $before | Export-Clixml $TestDrive/r.xml
        $after = Import-Clixml $TestDrive/r.xml
        $after.GetType() | Should -Be $before.GetType()
        "$($after.Anomalies)" | Should -Be "$($before.Anomalies)"
        $after.AnomalyMask | Should -Be $before.AnomalyMask
        $after.Duration | Should -Be $before.Duration
    }
}
