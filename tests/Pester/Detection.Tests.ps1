BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    $folder = Join-Path $TestDrive line
    foreach ($i in 1..4) { New-TestPart "$folder/good-$i.png" (5000 + $i) }
    foreach ($i in 1..3) { New-TestPart "$folder/bad-$i.png" (6000 + $i) -Defect }
}

Describe 'Invoke-LVDetectAnomaly' {
    It 'finds the defective parts with nothing else said, and Export-Csv has a row for each' {
        Get-ChildItem $folder/*.png | Invoke-LVDetectAnomaly | Where-Object IsAnomalous | Export-Csv $TestDrive/r.csv

        $rows = Import-Csv $TestDrive/r.csv
        $rows.Path | Split-Path -Leaf | Should -Be 'bad-1.png', 'bad-2.png', 'bad-3.png'
        $rows[0].IsAnomalous | Should -Be 'True'
        $rows[0].ProjectName | Should -Be 'parts'
        [double]$rows[0].Confidence | Should -BeGreaterThan 0.5
        $rows[0].PSObject.Properties.Name | Select-Object -First 5 |
            Should -Be 'Path', 'IsAnomalous', 'Confidence', 'AnomalyName', 'AnomalyArea'
    }

    It 'gives results that name the image, its size and its type' {
        $result = Invoke-LVDetectAnomaly $folder/good-1.png

        $result.Path | Should -Be (Convert-Path $folder/good-1.png)
        $result.IsAnomalous | Should -BeFalse
        $result.Width, $result.Height, $result.ContentType, $result.ModelVersion | Should -Be 64, 64, 'image/png', '1'
        "$result" | Should -Match '^good-1\.png: normal \(\d'
    }

    It 'says what was found, how much of the image it covers, and where' {
        $result = Invoke-LVDetectAnomaly $folder/bad-1.png

        $result.Anomalies[0].Name | Should -Be 'background'
        $result.AnomalyName | Should -Be $result.Anomalies[1].Name
        $result.AnomalyArea | Should -BeGreaterThan 0.01
        $result.AnomalyArea | Should -BeLessThan 0.08
        $result.AnomalyMask[1..3] | Should -Be ([byte[]][char[]]'PNG')
    }

    It 'judges bytes and streams' {
        $bytes = [IO.File]::ReadAllBytes("$folder/bad-1.png")
        (Invoke-LVDetectAnomaly -Bytes $bytes -Name 'camera 1').Path | Should -Be 'camera 1'
        (, $bytes | Invoke-LVDetectAnomaly).IsAnomalous | Should -BeTrue
        ($bytes | Invoke-LVDetectAnomaly -ErrorAction Stop).IsAnomalous | Should -BeTrue
        $stream = [IO.File]::OpenRead("$folder/bad-1.png")
        try {
            ($stream | Invoke-LVDetectAnomaly).IsAnomalous | Should -BeTrue
            $stream.CanRead | Should -BeTrue
        }
        finally { $stream.Dispose() }
    }

    It 'moves rejects away as the help says, whatever they are called' {
        $world = New-Item -ItemType Directory $TestDrive/moving
        New-TestPart "$world/line-1/bad [1].png" 71 -Defect
        $null = New-Item -ItemType Directory $world/rejects
        $example = (Get-Help Invoke-LVDetectAnomaly -Examples).examples.example.code -like '*./rejects*' -replace '-ProjectName bolts'
        Push-Location $world
        try { & ([scriptblock]::Create($example)) }
        finally { Pop-Location }
        (Get-ChildItem $world/rejects).Name | Should -Be 'bad [1].png'
    }

    It 'takes its own results and the rows of a CSV file' {
        $first = Invoke-LVDetectAnomaly $folder
        ($first | Invoke-LVDetectAnomaly).Path | Should -Be $first.Path
        $first | Export-Csv $TestDrive/all.csv
        (Import-Csv $TestDrive/all.csv | Invoke-LVDetectAnomaly).Path | Should -Be $first.Path
    }
}

Describe 'Test-LVImage' {
    It 'rejects by confidence, area and types, and composes with Where-Object' {
        $results = Invoke-LVDetectAnomaly $folder
        ($results | Test-LVImage | Where-Object IsRejected).Path | Split-Path -Leaf | Should -Be 'bad-1.png', 'bad-2.png', 'bad-3.png'
        $results | Test-LVImage -MaxAnomalyTypes 1 | Where-Object IsRejected | Should -BeNullOrEmpty
        $results | Where-Object { -not (Test-LVImage $_ -MaxArea 0.001 -Quiet) } | Should -HaveCount 3
        $blot = $results[0].AnomalyName
        ($results | Test-LVImage -AnomalyName $blot -MaxArea 0.001).Where{ $_.IsRejected }[0].Reason | Should -BeLike "$blot on *% of the image, more than 0.10%"
    }

    It 'a limit that cannot be checked is an error, and so is a type without limit' {
        $result = (New-TestResult x.png).psobject.Copy()
        $plain = [LookoutVision.DetectAnomalyResult]@{
            Path = 'x'; IsAnomalous = $true; Confidence = 1; ProjectName = 'p'; ModelVersion = '1'
            Width = 1; Height = 1; ContentType = 'image/png'; Duration = 0
        }
        $tested = $plain, $result | Test-LVImage -MaxArea 0.01 -ErrorVariable failed -ErrorAction SilentlyContinue
        $tested.IsRejected | Should -Be $true
        $failed.FullyQualifiedErrorId | Should -BeLike 'AnomaliesMissing,*'
        $failed.TargetObject | Should -Be 'x'
        { $plain | Test-LVImage -AnomalyName crack } | Should -Throw -ErrorId 'LimitMissing,*'
    }
}

Describe 'Images that cannot be judged' {
    BeforeAll {
        $mixed = Join-Path $TestDrive mixed
        Copy-Item $folder $mixed -Recurse
        $png = [IO.File]::ReadAllBytes("$mixed/good-1.png")
        [IO.File]::WriteAllBytes("$mixed/c-corrupt.png", $png[0..($png.Length / 2)])
        [IO.File]::WriteAllBytes("$mixed/d-empty.png", [byte[]]@())
        Set-Content "$mixed/e-text.jpg" 'this is a text'
        [IO.File]::WriteAllBytes("$mixed/f-renamed.jpg", $png)
        [IO.File]::WriteAllBytes("$mixed/g-oversized.png", [byte[]]::new(9MB))
        New-TestImage "$mixed/h-wrongsize.png" 80 70
        New-TestImage "$mixed/i-tiny.png" 20 20
    }

    It 'each is one non-terminating error naming it, and all others get their result' {
        $files = @(Get-ChildItem $mixed) + [IO.FileInfo]"$mixed/gone.png"

        $results = $files | Invoke-LVDetectAnomaly -ErrorVariable failed -ErrorAction SilentlyContinue
        $success = $?

        $success | Should -BeFalse
        $results.Count | Should -Be 8
        $results.Path | Should -Contain (Convert-Path $mixed/f-renamed.jpg)
        $failed.Count | Should -Be 7
        $told = $failed | ForEach-Object { "$(Split-Path $_.TargetObject -Leaf) $($_.FullyQualifiedErrorId -replace ',.*') $($_.CategoryInfo.Category)" }
        $told | Sort-Object | Should -Be @(
            'c-corrupt.png ImageDecodeFailed InvalidData'
            'd-empty.png ImageEmpty InvalidData'
            'e-text.jpg ImageFormatUnknown InvalidData'
            'g-oversized.png ImageTooLarge LimitsExceeded'
            'gone.png ImageNotFound ObjectNotFound'
            'h-wrongsize.png ImageSizeMismatch InvalidData'
            'i-tiny.png ImageSizeUnsupported InvalidData'
        )
        foreach ($record in $failed) {
            "$record" | Should -BeLike "*$(Split-Path $record.TargetObject -Leaf)*"
            $record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    It '-ErrorAction Stop ends at the first one, and it can be caught by its type' {
        { Invoke-LVDetectAnomaly $mixed -ErrorAction Stop } | Should -Throw -ErrorId 'ImageDecodeFailed,*'
        try { Invoke-LVDetectAnomaly $mixed/d-empty.png -ErrorAction Stop; $caught = $false }
        catch [LookoutVision.ValidationException] { $caught = $true }
        $caught | Should -BeTrue
    }
}

Describe 'Which model' {
    It 'a project without hosted model ends the command before any image' {
        New-LVProject empty
        { Invoke-LVDetectAnomaly $folder -ProjectName empty } | Should -Throw -ErrorId 'ModelNotHosted,*'
    }

    It 'an unknown project, version or endpoint is named' {
        { Invoke-LVDetectAnomaly $folder -ProjectName nope } | Should -Throw "*'nope'*" -ErrorId 'ProjectNotFound,*'
        { Invoke-LVDetectAnomaly $folder -ProjectName parts -ModelVersion 7 } | Should -Throw '*7*' -ErrorId 'ModelNotFound,*'
        { Invoke-LVDetectAnomaly $folder -EndpointUrl ftp://x } | Should -Throw '*ftp://x*' -ErrorId 'RequestInvalid,*'
    }

    It 'the verbose stream tells which host and model' {
        $verbose = Invoke-LVDetectAnomaly $folder/good-1.png -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike "*$TestDrive*LOOKOUTVISION_HOME*parts/1*"
    }
}
