BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    $result = New-TestResult "$TestDrive/bad.png"
    Copy-Item (Get-TestDataset) "$TestDrive/held [out]" -Recurse
    Push-Location $TestDrive

    function Invoke-Tested([string] $Command, [hashtable] $Path) {
        $ErrorActionPreference = 'Stop'
        switch ($Command) {
            'New-LVModel' { New-LVModel never @Path -WhatIf }
            'Measure-LVModel' { Measure-LVModel @Path -ProjectName parts }
            'Export-LVAnomalyMask' { $result | Export-LVAnomalyMask @Path -Force -PassThru }
        }
    }
}

AfterAll { Pop-Location }

Describe 'The path of <_>' -ForEach 'New-LVModel', 'Measure-LVModel', 'Export-LVAnomalyMask' {
    BeforeAll { $command = $_ }

    It 'a wildcard by -Path means the one that matches' {
        Invoke-Tested $command @{ Path = 'held*' }
        Invoke-Tested $command @{ Path = 'held [[]*' }
        { Invoke-Tested $command @{ Path = 'nothing*' } } | Should -Throw '*nothing*' -ErrorId 'PathNotFound,*'
        { Invoke-Tested $command @{ Path = '*' } } | Should -Throw '*2 items*' -ErrorId 'PathAmbiguous,*'
    }

    It 'a name with brackets is itself, by either' -ForEach 'Path', 'LiteralPath' {
        Invoke-Tested $command @{ $_ = 'held [out]' }
    }

    It 'an item of another provider by -<_> is an error' -ForEach 'Path', 'LiteralPath' {
        { Invoke-Tested $command @{ $_ = 'Env:\PATH' } } | Should -Throw '*PATH*' -ErrorId 'PathNotFileSystem,*'
    }

    It 'an address or a drive that is not there is an error' {
        { Invoke-Tested $command @{ Path = 's3://bucket/x' } } | Should -Throw '*s3://bucket/x*' -ErrorId 'PathNotFileSystem,*'
        { Invoke-Tested $command @{ Path = 'nodrive:\x' } } | Should -Throw '*nodrive*' -ErrorId 'PathUnusable,*'
    }
}

Describe 'What is missing' {
    It 'is an error of <command> by -<by>' -ForEach @(
        foreach ($command in 'New-LVModel', 'Measure-LVModel') { foreach ($by in 'Path', 'LiteralPath') { @{ command = $command; by = $by } } }
    ) {
        { Invoke-Tested $command @{ $by = 'nope' } } | Should -Throw '*nope*' -ErrorId 'PathNotFound,*'
    }

    It 'is made by Export-LVAnomalyMask -<_>' -ForEach 'Path', 'LiteralPath' {
        (Invoke-Tested Export-LVAnomalyMask @{ $_ = "made by $_" }).FullName | Should -BeLike '*made by*bad-mask.png'
        Test-Path -LiteralPath "made by $_" | Should -BeTrue
    }
}

Describe 'A folder of the pipeline' {
    It 'is trained on' {
        Get-Item -LiteralPath 'held [out]' | New-LVModel never -WhatIf -ErrorAction Stop
        { Get-Item -LiteralPath 'held [out]/masks' | New-LVModel never -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'DatasetInvalid,*'
    }
}
