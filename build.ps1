#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests or packs the module.
.DESCRIPTION
    Build    fills bin/ and en-US/, so that Import-Module ./LookoutVision.psd1 works from this folder.
    Test     builds, then runs the module's xunit tests and the Pester tests on what was built.
    Package  builds, then puts what is to be installed, and nothing else, into artifacts/LookoutVision.
.EXAMPLE
    ./build.ps1
    Import-Module ./LookoutVision.psd1
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

function Invoke-Build {
    Invoke-Dotnet publish "$root/src/LookoutVision.PowerShell" --configuration $Configuration --verbosity quiet -nologo
    Invoke-Dotnet run --project "$root/src/LookoutVision.HelpBuilder" -- $root | Out-Null
    $module = Test-ModuleManifest "$root/LookoutVision.psd1"
    Write-Host "Built LookoutVision $($module.Version): Import-Module $root/LookoutVision.psd1"
}

function Invoke-Test {
    Invoke-Dotnet test "$root/tests/LookoutVision.PowerShell.Tests" --verbosity quiet -nologo

    # In a process of its own: this one may hold an older build of the module.
    & pwsh -NoProfile -Command "Invoke-Pester -Path '$root/tests/Pester' -CI -Output Detailed"
    if ($LASTEXITCODE -ne 0) { throw 'Pester tests failed.' }
}

function Invoke-Package {
    $target = "$root/artifacts/LookoutVision"
    if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse }
    $null = New-Item -ItemType Directory -Path $target/bin
    Copy-Item "$root/LookoutVision.psd1", "$root/LookoutVision.*.ps1xml", "$root/LICENSE", "$root/en-US" $target -Recurse
    Copy-Item "$root/bin/*.dll" $target/bin
    $null = Test-ModuleManifest $target/LookoutVision.psd1
    Write-Host "Packed $target"
}

Push-Location $root
try {
    Invoke-Build
    if ($Task -contains 'Test') { Invoke-Test }
    if ($Task -contains 'Package') { Invoke-Package }
}
finally {
    Pop-Location
}
