BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    New-TestPart "$TestDrive/bad.png" 77 -Defect
}

Describe 'Models' {
    It 'Get-LVModel tells state, figures and labels' {
        $model = Get-LVModel parts latest
        $model.ModelVersion, "$($model.Status)" | Should -Be '1', 'Hosted'
        $model.Performance.F1Score | Should -BeGreaterThan 0.8
        $model.Labels | Should -HaveCount 1
    }

    It 'lists by wildcard, by name, by version and what is hosted' {
        New-LVProject other, pads | Should -HaveCount 2
        Get-LVModel p* | Should -HaveCount 1
        (Get-LVModel p* latest).ModelVersion | Should -Be '1'
        Get-LVModel -Hosted | Should -HaveCount 1
        Get-LVModel other | Should -BeNullOrEmpty
        { Get-LVModel nope -ErrorAction Stop } | Should -Throw -ErrorId 'ProjectNotFound,*'
        Remove-LVProject other, pads -Confirm:$false
    }

    It 'binds by property name: Get-LVModel | Stop-LVModel | Start-LVModel' {
        $stopped = Get-LVModel | Stop-LVModel -Wait -PassThru
        "$($stopped.Status)" | Should -Be 'Trained'
        { Invoke-LVDetectAnomaly $TestDrive/bad.png } | Should -Throw -ErrorId 'ModelNotHosted,*'
        $started = $stopped | Start-LVModel -Wait -PassThru -MinInferenceUnit 1 -MaxInferenceUnit 2
        "$($started.Status)", $started.MaxInferenceUnits | Should -Be 'Hosted', 2
        (Invoke-LVDetectAnomaly $TestDrive/bad.png).IsAnomalous | Should -BeTrue
    }

    It 'takes names of projects from the pipeline' {
        "$(('parts' | Stop-LVModel -PassThru).Status)" | Should -Be 'Trained'
        "$(('parts' | Start-LVModel -PassThru).Status)" | Should -Be 'Hosted'
        "$('parts' | Wait-LVModel)", "$('par*' | Get-LVModel)" | Should -Be 'parts/1 (HOSTED)', 'parts/1 (HOSTED)'
    }

    It 'Wait-LVModel gives what is there already, and an error for what will not come' {
        (Get-LVModel | Wait-LVModel).ModelVersion | Should -Be '1'
        { Wait-LVModel parts -Status Trained -ErrorAction Stop } | Should -Throw '*TRAINED*' -ErrorId 'ModelConflict,*'
        { Wait-LVModel nope -ErrorAction Stop } | Should -Throw -ErrorId 'ProjectNotFound,*'
    }

    It 'starting what is hosted and stopping what is not changes nothing' {
        Start-LVModel parts -PassThru | Should -HaveCount 1
        Stop-LVModel parts 1
        Stop-LVModel parts 1 -ErrorAction Stop
        Start-LVModel parts
    }

    It '-WhatIf changes nothing' {
        Get-LVModel | Stop-LVModel -WhatIf
        Get-LVModel | Remove-LVModel -WhatIf
        New-LVProject never -WhatIf | Should -BeNullOrEmpty
        New-LVModel never -Path (Get-TestDataset) -WhatIf | Should -BeNullOrEmpty
        Get-LVModel -Hosted | Should -HaveCount 1
        (Get-LVProject).ProjectName | Should -Be 'parts'
    }

    It 'a hosted model and its project are not deleted' {
        { Remove-LVModel parts 1 -Confirm:$false -ErrorAction Stop } | Should -Throw '*hosted*'
        { Remove-LVProject parts -Recurse -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'ProjectHasModels,*'
        Get-LVModel parts | Should -HaveCount 1
    }

    It 'a project goes with its models where that is said' {
        $other = "local:$TestDrive/other"
        Copy-Item $TestDrive/store $TestDrive/other -Recurse
        Stop-LVModel parts -EndpointUrl $other
        { Remove-LVProject parts -Confirm:$false -ErrorAction Stop -EndpointUrl $other } | Should -Throw '*still has*' -ErrorId 'ProjectHasModels,*'
        Remove-LVProject parts -Recurse -Confirm:$false -EndpointUrl $other
        Get-LVProject -EndpointUrl $other | Should -BeNullOrEmpty
        Get-LVProject parts | Should -HaveCount 1
    }

    It 'one name that is taken does not keep others from being made' {
        $made = 'parts', 'new' | New-LVProject -ErrorVariable failed -ErrorAction SilentlyContinue
        $made.ProjectName | Should -Be 'new'
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProjectConflict,*'
        Remove-LVProject new -Confirm:$false
    }
}

Describe 'New-LVModel' {
    It 'says what is wrong with a folder, and makes no project' {
        { New-LVModel fresh -Path $TestDrive/nope -ErrorAction Stop } | Should -Throw '*nope*' -ErrorId 'PathNotFound,*'
        { New-LVModel fresh -Path Env:\ -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFileSystem,*'
        New-TestPart "$TestDrive/few/normal/one.png" 1
        { New-LVModel fresh -Path $TestDrive/few -ErrorAction Stop } | Should -Throw -ErrorId 'DatasetInvalid,*'
        Get-LVProject fresh* | Should -BeNullOrEmpty
    }

    It 'stops within a second and leaves no project' {
        $shell = [PowerShell]::Create()
        $null = $shell.AddScript({
                param($manifest, $folder)
                Import-Module $manifest
                New-LVModel stopped -Path $folder
            }).AddArgument((Get-TestManifest)).AddArgument((Get-TestDataset))
        $running = $shell.BeginInvoke()
        while ($shell.Streams.Progress.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }

        $clock = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
        $shell.Dispose()
        Get-LVProject stopped* | Should -BeNullOrEmpty
    }

    It 'takes images of several sizes only where that is said' {
        foreach ($i in 1..10) { New-TestPart "$TestDrive/mixed/normal/$i.png" $i }
        New-TestImage "$TestDrive/mixed/normal/odd.png" 80 72

        { New-LVModel mixed -Path $TestDrive/mixed -ErrorAction Stop } | Should -Throw '*odd.png*80x72*'
        (New-LVModel mixed -Path $TestDrive/mixed -Resize -WarningAction SilentlyContinue).ModelVersion | Should -Be '1'
        Remove-LVProject mixed -Recurse -Confirm:$false
    }
}

Describe 'Measure-LVModel' {
    It 'measures on images that it has not seen' {
        New-TestDataset $TestDrive/held-out -Seed 9
        $measured = Measure-LVModel -Path $TestDrive/held-out
        $measured.Images, $measured.ProjectName | Should -Be 22, 'parts'
        $measured.F1Score | Should -BeGreaterThan 0.8
        $measured.RocAuc | Should -BeGreaterThan 0.9
        $measured.MeanIoU | Should -BeGreaterThan 0.3
    }

    It 'an image that cannot be judged is an error, and the others are counted' {
        Copy-Item $TestDrive/held-out $TestDrive/torn -Recurse
        $bytes = [IO.File]::ReadAllBytes("$TestDrive/torn/normal/normal-1.png")
        [IO.File]::WriteAllBytes("$TestDrive/torn/normal/normal-1.png", $bytes[0..($bytes.Length / 2)])
        $measured = Measure-LVModel parts -Path $TestDrive/torn -ErrorVariable failed -ErrorAction SilentlyContinue
        $measured.Images | Should -Be 21
        $failed.TargetObject | Should -BeLike '*normal-1.png'
    }
}
