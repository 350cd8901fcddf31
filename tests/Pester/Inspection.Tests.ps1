BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    Initialize-TestStore $TestDrive
    $script = "$PSScriptRoot/../../samples/Invoke-Inspection.ps1"

    # As a scheduler runs it: a process of its own, of which the exit code is left.
    function Invoke-Inspection([string] $Project = 'parts') {
        $script:told = pwsh -NoProfile -NonInteractive -File $script -Inbox $TestDrive/inbox -Output $TestDrive/out -ProjectName $Project 2>&1
        $LASTEXITCODE
    }
}

Describe 'samples/Invoke-Inspection.ps1' {
    It 'judges what has arrived, writes it down, moves it away, and exits with 0' {
        New-TestPart $TestDrive/inbox/good.png 1
        New-TestPart $TestDrive/inbox/bad.png 2 -Defect
        Invoke-Inspection | Should -Be 0 -Because "$told"
        "$told" | Should -BeLike '*2 judged, 1 defective, 0 could not be judged.*'
        (Get-ChildItem $TestDrive/inbox/done).Name | Should -Be 'bad.png', 'good.png'
        (Import-Csv $TestDrive/out/*.csv).IsAnomalous | Sort-Object | Should -Be 'False', 'True'
        (Get-ChildItem $TestDrive/out -Recurse -Filter *-overlay.png).Name | Should -Be 'bad-overlay.png'
    }

    It 'exits with 0 where nothing has arrived' {
        Invoke-Inspection | Should -Be 0 -Because "$told"
    }

    It 'exits with 1 where an image could not be judged, names it, and leaves it' {
        New-TestPart $TestDrive/inbox/good.png 3
        Set-Content $TestDrive/inbox/torn.png 'no image'
        Invoke-Inspection | Should -Be 1 -Because "$told"
        "$told" | Should -BeLike '*torn.png*'
        (Get-ChildItem $TestDrive/inbox -File).Name | Should -Be 'torn.png'
    }

    It 'exits with 2 where nothing could be done' {
        Invoke-Inspection nope | Should -Be 2 -Because "$told"
        "$told" | Should -BeLike "*'nope'*"
    }
}
