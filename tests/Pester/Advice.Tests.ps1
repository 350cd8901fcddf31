BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    foreach ($i in 1..10) { New-TestPart "$TestDrive/parts/normal/p$($i)_1.png" $i }
    Copy-Item $TestDrive/parts/normal/p3_1.png $TestDrive/parts/normal/p3_2.png
}

Describe 'Test-LVDataset' {
    It 'gives what is at fault, with the files, as objects that show as a table' {
        $advice = Test-LVDataset $TestDrive/parts
        $twice = $advice | Where-Object Kind -EQ DuplicateImages
        $twice.Files | Split-Path -Leaf | Should -Be 'p3_1.png', 'p3_2.png'
        "$twice" | Should -BeLike "*'p3_1.png' = 'p3_2.png'*"
        $advice | Out-String -Width 200 | Should -Match 'TooFewImages +There are only 11 normal images'
    }

    It 'takes a folder from the pipeline, and a folder whose name has brackets' {
        Copy-Item $TestDrive/parts $TestDrive/new -Recurse
        Rename-Item $TestDrive/new '[new]'
        (Get-Item $TestDrive/parts | Test-LVDataset).Count | Should -BeGreaterThan 1
        (Get-Item -LiteralPath "$TestDrive/[new]" | Test-LVDataset).Count | Should -BeGreaterThan 1
    }

    It 'says what cannot be looked at' {
        { Test-LVDataset $TestDrive/nope -ErrorAction Stop } | Should -Throw '*nope*'
        { Test-LVDataset $TestDrive -ErrorAction Stop } | Should -Throw "*'normal'*" -ErrorId 'DatasetInvalid,*'
    }

    It 'groups by a script block that sees the file' {
        $seen = [Collections.Generic.List[string]]::new()
        $told = Test-LVDataset $TestDrive/parts -GroupBy { $seen.Add($_.Directory.Name); $_.BaseName -replace '_.*' } -Verbose 4>&1
        $seen | Select-Object -Unique | Should -Be 'normal'
        "$($told | Where-Object { $_ -is [Management.Automation.VerboseRecord] })" | Should -BeLike '-GroupBy finds 10 groups among 11 images; 0 images have none.*'
    }

    It 'groups by an expression, and warns where a group is too large or there is none' {
        (Test-LVDataset $TestDrive/parts -GroupBy '^(p).*_1').Kind | Should -Contain 'LargeGroups'
        $null = Test-LVDataset $TestDrive/parts -GroupBy 'nowhere' -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -BeLike '-GroupBy gives no image a group*'
    }
}

Describe 'New-LVModel' {
    It 'warns of what is at fault with the images, and keeps it with the model' {
        $model = New-LVModel warned -Path $TestDrive/parts -GroupBy { $_.BaseName.Split('_')[0] } -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike "*'p3_1.png' = 'p3_2.png'*"
        $model.TrainingAdvice.Count | Should -Be $told.Count
        Get-LVModel warned | Format-List | Out-String -Width 300 | Should -BeLike "*TrainingAdvice*'p3_1.png' = 'p3_2.png'*"
        Remove-LVProject warned -Recurse -Confirm:$false
    }
}

Describe 'Evaluation' {
    It 'is shown with the model, the labels and what was wrong' {
        $shown = Get-LVModel parts latest | Format-List | Out-String -Width 300
        $shown | Should -BeLike '*Evaluation*22 images by cross-validation*'
        $shown | Should -Match 'anomaly: precision [\d.]+, recall [\d.]+, F1 [\d.]+, average IoU [\d.]+'
        (Get-LVModel parts latest).EvaluationManifest | Should -Exist
    }

    It 'names each wrong image with label, verdict and confidence' {
        New-TestPart "$TestDrive/wrong/normal/good.png" 501
        New-TestPart "$TestDrive/wrong/anomaly/good-too.png" 502
        $measured = Measure-LVModel parts -Path $TestDrive/wrong
        $measured.WrongImages | Should -HaveCount 1
        $measured.WrongImages[0].Confidence | Should -BeGreaterThan 0.5
        ($measured.WrongImages | Get-Item).Name | Should -Be 'good-too.png'
        $measured | Format-List | Out-String -Width 300 | Should -Match 'judged normal \([\d.]+%\), labelled anomaly: .*good-too.png'
    }
}
