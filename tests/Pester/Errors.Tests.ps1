# Every identifier of docs/errors.md, with a command that gets it in the folder that is made below.
BeforeDiscovery {
    $commands = @{
        ImageNotFound = 'Invoke-LVDetectAnomaly gone.png'
        ImageReadFailed = 'Invoke-LVDetectAnomaly locked.png'
        ImageEmpty = 'Invoke-LVDetectAnomaly empty.png'
        ImageTooLarge = 'Invoke-LVDetectAnomaly huge.png'
        ImageFormatUnknown = 'Invoke-LVDetectAnomaly text.jpg'
        ImageDecodeFailed = 'Invoke-LVDetectAnomaly torn.png'
        ImageSizeUnsupported = 'Invoke-LVDetectAnomaly tiny.png'
        ImageSizeMismatch = 'Invoke-LVDetectAnomaly other.png'
        FolderWithoutImages = 'Invoke-LVDetectAnomaly hollow'
        PathNotFound = 'Test-LVDataset nope'
        PathAmbiguous = 'Test-LVDataset h*'
        PathNotFileSystem = 'Invoke-LVDetectAnomaly s3://bucket/a.png'
        PathUnusable = 'Invoke-LVDetectAnomaly nodrive:\a.png'
        ModelNotHosted = 'Invoke-LVDetectAnomaly part.png -ProjectName bare'
        ModelNotNamed = 'Invoke-LVDetectAnomaly part.png -ProjectName twins'
        ModelNotFound = 'Get-LVModel parts 7'
        ProjectNotFound = 'Get-LVModel nope'
        ModelConflict = 'Wait-LVModel parts -Status Trained'
        ProjectConflict = 'New-LVProject parts'
        ProjectHasModels = 'Remove-LVProject parts -Recurse -Confirm:$false'
        DatasetInvalid = 'Test-LVDataset hollow'
        MaskMissing = '$plain | Export-LVAnomalyMask masks'
        AnomaliesMissing = '$plain | Test-LVImage -MaxArea 0.1'
        LimitMissing = '$plain | Test-LVImage -AnomalyName crack'
        MaskExists = '$marked | Export-LVAnomalyMask taken'
        ReportExists = '$plain | Export-LVReport text.jpg'
        RequestInvalid = 'New-LVProject "no name!"'
        HostFailed = '$marked | Export-LVAnomalyMask text.jpg/masks'
    }

    # They need another host, a model on its way, a full disk, an account without rights, or a fault.
    $elsewhere = 'ImageRejected', 'DatasetNotFound', 'ResourceNotFound', 'DatasetConflict', 'ResourceConflict', 'HostWithoutProjects', 'HostWithoutBatches',
    'RequestThrottled', 'QuotaExceeded', 'AccessDenied', 'FileAccessFailed', 'WaitTimedOut', 'TimedOut', 'UnexpectedFailure'

    $documented = foreach ($row in Get-Content $PSScriptRoot/../../docs/errors.md | Where-Object { $_ -match '^\| [A-Z]' } | Select-Object -Skip 1) {
        $cells = $row.Split('|').Trim()
        foreach ($id in $cells[1] -split ', ') {
            $name = $id.TrimEnd('*', '\')
            @{ id = $name; ends = $id.EndsWith('*'); category = $cells[2]; command = $commands[$name] }
        }
    }
    $tried, $ending = $documented.Where{ $_.command }.Where({ -not $_.ends }, 'Split')
}

BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $ProgressPreference = 'SilentlyContinue'
    Initialize-TestStore $TestDrive
    $projects = "$TestDrive/store/projects"
    New-LVProject bare, twins | Out-Null
    $null = New-Item -ItemType Directory $projects/twins/models -Force
    foreach ($version in 1..2) {
        Copy-Item $projects/parts/models/1 $projects/twins/models/$version -Recurse
        $file = "$projects/twins/models/$version/model.json"
        (Get-Content $file) -replace '"parts"', '"twins"' -replace '"ModelVersion": 1', "`"ModelVersion`": $version" -replace 'TRAINED', 'HOSTED' | Set-Content $file
    }

    Push-Location $TestDrive
    New-TestPart $TestDrive/part.png 1
    Copy-Item part.png locked.png
    $lock = [IO.File]::Open("$TestDrive/locked.png", 'Open', 'ReadWrite', 'None')
    $png = [IO.File]::ReadAllBytes("$TestDrive/part.png")
    [IO.File]::WriteAllBytes("$TestDrive/torn.png", $png[0..($png.Length / 2)])
    [IO.File]::WriteAllBytes("$TestDrive/empty.png", [byte[]]@())
    [IO.File]::WriteAllBytes("$TestDrive/huge.png", [byte[]]::new(9MB))
    New-TestImage $TestDrive/tiny.png 20 20
    New-TestImage $TestDrive/other.png 80 70
    Set-Content text.jpg 'no image'
    $null = New-Item -ItemType Directory hollow, here
    $marked = New-TestResult $TestDrive/part.png
    $marked | Export-LVAnomalyMask taken
    $plain = [LookoutVision.DetectAnomalyResult]@{
        Path = 'x'; IsAnomalous = $false; Confidence = 1; ProjectName = 'p'; ModelVersion = '1'
        Width = 1; Height = 1; ContentType = 'image/png'; Duration = 0
    }

    # What goes to the error stream, and at last what $? is.
    function Invoke-Quietly([string] $Command, [string] $ErrorAction) {
        $how = @{ ErrorAction = $ErrorAction; ErrorVariable = 'script:failed' }
        . ([scriptblock]::Create("$Command @how; `$?")) 2>&1
    }
}

AfterAll {
    Pop-Location
    $lock.Dispose()
}

Describe 'docs/errors.md' {
    It 'names what is tried here, and what cannot be' -ForEach @{ names = $documented.id; known = @($commands.Keys) + $elsewhere } {
        $names | Sort-Object | Should -Be ($known | Sort-Object)
    }
}

Describe '<id>' -ForEach $tried {
    It 'is silent with -ErrorAction SilentlyContinue, and $? and -ErrorVariable tell' {
        Invoke-Quietly $command SilentlyContinue | Select-Object -Last 1 | Should -BeFalse
        Invoke-Quietly $command SilentlyContinue | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$id,*"
        $failed[0].CategoryInfo.Category | Should -Be $category
        $failed[0].TargetObject | Should -Not -BeNullOrEmpty
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'ends the command with -ErrorAction Stop' {
        { Invoke-Quietly $command Stop } | Should -Throw -ErrorId "$id,*"
    }
}

Describe '<id>' -ForEach $ending {
    It 'ends the command whatever -ErrorAction says, and -ErrorVariable has it' {
        $thrown = { Invoke-Quietly $command SilentlyContinue } | Should -Throw -ErrorId "$id,*" -PassThru
        $thrown.CategoryInfo.Category | Should -Be $category
        $thrown.TargetObject | Should -Not -BeNullOrEmpty
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty

        # The shell keeps what ended a command as the exception.
        $failed[-1].ErrorRecord.FullyQualifiedErrorId | Should -BeLike "$id,*"
    }
}
