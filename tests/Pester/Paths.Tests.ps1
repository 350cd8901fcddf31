BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    New-TestPart "$TestDrive/line/one.png" 1
    New-TestPart "$TestDrive/line/two.png" 2
    New-TestPart "$TestDrive/line/three [3] ünï ☃.png" 3
    New-TestPart "$TestDrive/line/below/four.png" 4
    Set-Content "$TestDrive/line/notes.txt" 'no image'
    Push-Location $TestDrive/line

    function Names { $args[0].Path | Split-Path -Leaf }
}

AfterAll { Pop-Location }

Describe 'Paths' {
    It 'wildcards by -Path' { Names (Invoke-LVDetectAnomaly -Path t*.png) | Should -Be 'three [3] ünï ☃.png', 'two.png' }

    It 'a wildcard without a match is a warning' {
        $warning = Invoke-LVDetectAnomaly *.bmp 3>&1
        "$warning" | Should -BeLike "*'*.bmp'*"
    }

    It 'an item of another provider by <_> is an error, and the next path is judged' -ForEach 'Path', 'LiteralPath' {
        $parameters = @{ $_ = 'Env:\PATH', 'one.png' }
        Names (Invoke-LVDetectAnomaly @parameters -ErrorVariable failed -ErrorAction SilentlyContinue) | Should -Be 'one.png'
        $failed.FullyQualifiedErrorId | Should -BeLike 'PathNotFileSystem,*'
        $failed.TargetObject | Should -Be 'Env:\PATH'
    }

    It 'a missing file by <_> is an error, and the next path is judged' -ForEach 'Path', 'LiteralPath' {
        $parameters = @{ $_ = 'nope.png', 'one.png' }
        Names (Invoke-LVDetectAnomaly @parameters -ErrorVariable failed -ErrorAction SilentlyContinue) | Should -Be 'one.png'
        $failed.FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$failed" | Should -BeLike '*nope.png*'
    }

    It 'an address or an unknown drive is refused' {
        Invoke-LVDetectAnomaly s3://bucket/a.png, nodrive:\a.png -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId -replace ',.*' | Should -Be 'PathNotFileSystem', 'PathUnusable'
    }

    It 'brackets, spaces and Unicode: by Get-ChildItem, -LiteralPath, and -Path where the name is meant' {
        $name = 'three [3] ünï ☃.png'
        Names (Get-ChildItem -LiteralPath $name | Invoke-LVDetectAnomaly) | Should -Be $name
        Names (Invoke-LVDetectAnomaly -LiteralPath $name) | Should -Be $name
        Names (Invoke-LVDetectAnomaly $name) | Should -Be $name
        Names (Invoke-LVDetectAnomaly 't[hw]*.png') | Should -Be $name, 'two.png'
    }

    It 'drives of the session, TestDrive: and home' {
        $null = New-PSDrive -Name Line -PSProvider FileSystem -Root $TestDrive/line
        Names (Invoke-LVDetectAnomaly Line:\one.png) | Should -Be 'one.png'
        Names (Get-ChildItem Line:\one.png | Invoke-LVDetectAnomaly) | Should -Be 'one.png'
        Names (Invoke-LVDetectAnomaly TestDrive:\line\two.png) | Should -Be 'two.png'
    }

    It 'a FileInfo or DirectoryInfo of .NET' {
        Names ([IO.FileInfo]"$TestDrive/line/one.png" | Invoke-LVDetectAnomaly) | Should -Be 'one.png'
        Names ([IO.DirectoryInfo]"$TestDrive/line" | Invoke-LVDetectAnomaly) | Should -Be 'one.png', 'three [3] ünï ☃.png', 'two.png'
    }

    It 'a folder stands for its images; one without any is an error' {
        Names (Invoke-LVDetectAnomaly .) | Should -Be 'one.png', 'three [3] ünï ☃.png', 'two.png'
        $null = New-Item -ItemType Directory hollow -Force
        { Invoke-LVDetectAnomaly hollow -ErrorAction Stop } | Should -Throw -ErrorId 'FolderWithoutImages,*'
    }

    It '-Recurse searches the folders below' {
        Names (Invoke-LVDetectAnomaly . -Recurse) | Should -Be 'one.png', 'three [3] ünï ☃.png', 'two.png', 'four.png'
        Names (Get-ChildItem -Directory | Invoke-LVDetectAnomaly -Recurse -ErrorAction Ignore) | Should -Be 'four.png'
    }

    It 'a folder and then what is in it: each image once' {
        $results = & { Get-Item .; Get-ChildItem . -Recurse -Include *.png, below } | Invoke-LVDetectAnomaly
        Names $results | Sort-Object | Should -Be 'four.png', 'one.png', 'three [3] ünï ☃.png', 'two.png'
    }
}
