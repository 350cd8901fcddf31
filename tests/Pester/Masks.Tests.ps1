BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    New-TestPart "$TestDrive/a/bad.png" 71 -Defect
    New-TestPart "$TestDrive/b/bad.png" 72 -Defect
    $results = "$TestDrive/a/bad.png", "$TestDrive/b/bad.png" | ForEach-Object { New-TestResult $_ }
}

Describe 'Export-LVAnomalyMask' {
    It 'two images of one name from two folders get files of their own' {
        $files = $results | Export-LVAnomalyMask $TestDrive/masks -PassThru
        $files | Should -HaveCount 2
        $files[0] | Should -BeOfType IO.FileInfo
        $files[0].PSPath | Should -Not -BeNullOrEmpty
        $files[0].Name | Should -Be 'bad-mask.png'
        $files[1].Name | Should -BeLike 'bad-*-mask.png'
        [IO.File]::ReadAllBytes($files[1].FullName) | Should -Be $results[1].AnomalyMask
    }

    It '-Kind <kind> writes <names>' -ForEach @(
        @{ kind = 'Overlay'; names = 'bad-overlay.png' }
        @{ kind = 'Both'; names = 'bad-mask.png', 'bad-overlay.png' }
    ) {
        $files = $results[0] | Export-LVAnomalyMask -Destination "$TestDrive/$kind" -Kind $kind -PassThru
        $files.Name | Should -Be $names
    }

    It 'a file that exists is an error and stays, until -Force' {
        Set-Content "$TestDrive/masks/bad-mask.png" 'mine'
        $results[0] | Export-LVAnomalyMask $TestDrive/masks -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'MaskExists,*'
        $failed.TargetObject | Should -Be $results[0].Path
        Get-Content "$TestDrive/masks/bad-mask.png" | Should -Be 'mine'
        $results[0] | Export-LVAnomalyMask $TestDrive/masks -Force
        (Get-Item "$TestDrive/masks/bad-mask.png").Length | Should -Be $results[0].AnomalyMask.Length
    }

    It '-WhatIf writes nothing' {
        $results | Export-LVAnomalyMask $TestDrive/whatif -WhatIf
        "$TestDrive/whatif" | Should -Not -Exist
    }

    It 'a result without a mask is an error, and the next is written' {
        $plain = [LookoutVision.DetectAnomalyResult]@{
            Path = 'x'; IsAnomalous = $false; Confidence = 1; ProjectName = 'p'; ModelVersion = '1'
            Width = 1; Height = 1; ContentType = 'image/png'; Duration = 0
        }
        $files = $plain, $results[1] | Export-LVAnomalyMask $TestDrive/next -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue
        $files | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'MaskMissing,*'
    }

    It 'results of another session work: Import-Clixml | Export-LVAnomalyMask' {
        $results | Export-Clixml $TestDrive/r.xml
        Import-Clixml $TestDrive/r.xml | Export-LVAnomalyMask $TestDrive/later -PassThru | Should -HaveCount 2
    }
}

Describe 'Export-LVAnomalyMask -Kind Heatmap' {
    BeforeAll {
        Initialize-TestStore $TestDrive
        foreach ($i in 1..12) { New-TestPart "$TestDrive/plain/normal/n-$i.png" $i }
        $null = New-LVModel plain -Path $TestDrive/plain -WarningAction SilentlyContinue
        Start-LVModel plain
        New-TestPart "$TestDrive/new/bad.png" 71 -Defect
        New-TestPart "$TestDrive/new/gone.png" 73
        New-TestPart "$TestDrive/new/good.png" 74
        $judged = Invoke-LVDetectAnomaly $TestDrive/new -ProjectName plain
        Remove-Item $TestDrive/new/gone.png
    }

    It 'shows, of a model that only classifies, what it looked at; a photograph that is gone is an error that says the way out' {
        $judged[0].AnomalyMask | Should -BeNullOrEmpty
        $files = $judged | Export-LVAnomalyMask $TestDrive/heat -Kind Heatmap -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue
        $files.Name | Should -Be 'bad-heatmap.png', 'good-heatmap.png'
        foreach ($file in $files) {
            $head = [IO.File]::ReadAllBytes($file)[0..23]
            $head[1..3] | Should -Be ([byte[]][char[]]'PNG')
            $head[16..23] | Should -Be 0, 0, 0, 64, 0, 0, 0, 64
        }

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        $failed[0].TargetObject | Should -Be $judged[1].Path
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*put it back*'
    }
}
